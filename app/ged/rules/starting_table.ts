import type { Terms } from './closing_terms.js'

/** What instructions say of a type of documents, and from when its duration runs. */
export interface StartingTerms extends Terms {
  code: string
  /** « la date de l’acte » */
  from: string
  source: string
}

const COMMON = 'DAF/DPACI/RES/2009/018'
const ACCOUNTS = 'DPACI/RES/2008/008'

const kept = { rule: 'P1Y', finalAction: 'keep', accessCode: 'AR038', source: COMMON } as const
const counted = { rule: 'P10Y', finalAction: 'destroy', source: ACCOUNTS } as const

/**
 * Where a member begins: the types for which an instruction of the Archives de France gives a
 * duration. What is not there has none that holds for a whole type: it depends on what the paper is
 * about, and the archives of the département say it.
 */
export const STARTING_TABLE: StartingTerms[] = [
  { code: 'acte', from: 'la date de l’acte', ...kept },
  { code: 'arrete', from: 'la date de l’acte', ...kept },
  { code: 'deliberation', from: 'la date de l’acte', ...kept },
  { code: 'bordereau', from: 'la clôture de l’exercice', accessCode: null, ...counted },
  // Its prices are a secret of business (Code du patrimoine L213-2, I, 1°; CRPA L311-6)
  { code: 'facture', from: 'la clôture de l’exercice', accessCode: 'AR039', ...counted },
  { code: 'mandat', from: 'la clôture de l’exercice', accessCode: null, ...counted },
  { code: 'titre', from: 'la clôture de l’exercice', accessCode: null, ...counted },
  {
    code: 'marche',
    from: 'le paiement du solde, ou la levée des réserves',
    rule: 'P10Y',
    finalAction: 'sort',
    accessCode: null,
    source: 'Référentiel de gestion des marchés, SIAF, 2021',
  },
]

/** From when the duration of a type runs; null where no instruction says it. */
export const startOf = (code: string): string | null =>
  STARTING_TABLE.find((terms) => terms.code === code)?.from ?? null
