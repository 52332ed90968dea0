import type { Reproach } from './controls.js'
import type { MinistryState } from './state.js'
import type { Submission } from './submission.js'

/** What a collectivite says about a letter, by its root: its number, and the receipt that it gets. */
export const ABOUT_LETTERS: Record<string, { type: string; receipt: '3-5' | '4-5' | null }> = {
  ReponseCourrierSimple: { type: '2-2', receipt: null },
  ARDemandePieceComplementaire: { type: '3-2', receipt: null },
  RefusPieceComplementaire: { type: '3-3', receipt: '3-5' },
  PieceComplementaire: { type: '3-4', receipt: '3-5' },
  ARLettreObservations: { type: '4-2', receipt: null },
  RejetLettreObservations: { type: '4-3', receipt: '4-5' },
  ReponseLettreObservations: { type: '4-4', receipt: '4-5' },
}

const RECEIPTS = ['3-2', '4-2']

/** What is wrong in a reply: an unknown acte, no date, a file that is cited and absent, or none. */
export function controlReply({ form, files }: Submission, state: MinistryState): Reproach | null {
  const wrong = (detail: string): Reproach => ({ nature: '004', detail })
  const acteId = form.get('@actes:IDActe') ?? ''
  if (!state.hasActe(acteId)) return { nature: '005', detail: `Acte inconnu : ${acteId}` }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.get('@actes:DateCourrierPref') ?? '')) {
    return wrong('Date du courrier absente')
  }
  const cited = form.list('.//actes:NomFichier')
  const absent = cited.find((name) => !files.has(name))
  if (absent) return wrong(`Fichier cité mais absent : ${absent}`)
  const needsDocument = !RECEIPTS.includes(ABOUT_LETTERS[form.name].type)
  return needsDocument && cited.length === 0 ? wrong('Aucun document') : null
}
