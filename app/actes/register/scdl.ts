/** The columns of the SCDL schema « deliberations » 2.1.5, in its order. */
export const SCDL_COLUMNS = [
  'COLL_NOM',
  'COLL_SIRET',
  'DELIB_ID',
  'DELIB_DATE',
  'DELIB_MATIERE_CODE',
  'DELIB_MATIERE_NOM',
  'DELIB_OBJET',
  'BUDGET_ANNEE',
  'BUDGET_NOM',
  'PREF_ID',
  'PREF_DATE',
  'VOTE_EFFECTIF',
  'VOTE_REEL',
  'VOTE_POUR',
  'VOTE_CONTRE',
  'VOTE_ABSTENTION',
  'DELIB_URL',
] as const

/** A published deliberation, with what the schema asks of its collectivite. Days are ISO 8601. */
export interface ScdlDeliberation {
  collectivite: string
  siret: string
  numero: string
  decidedOn: string
  /** Two levels at least: « 7.1.2 ». */
  matiere: string
  /** Of its first two levels. */
  matiereLabels: string[]
  objet: string
  identifier: string
  receivedOn: string
  url: string
}

/**
 * One line of the file, or null when the schema would refuse it: a matiere that the classification
 * does not name. The budget and the votes are unknown to us, and their columns stay empty.
 */
export function scdlLine(one: ScdlDeliberation): string[] | null {
  const code = /^\d\.\d{1,2}(?=\.|$)/.exec(one.matiere)?.[0]
  if (!code || one.matiereLabels.length < 2) return null
  const { collectivite, siret, numero, decidedOn, matiereLabels, objet } = one
  const name = matiereLabels
    .slice(0, 2)
    .map((label) =>
      label
        .replace(/[,()/]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase()
    )
    .join('/')
  const known = [collectivite, siret, numero, decidedOn, code, name, objet]
  const unknown = ['', '', '', '', '']
  return [...known, '', '', one.identifier, one.receivedOn, ...unknown, one.url]
}
