import type { SignatureReport } from './signature_report.js'
import type { SignatureTraces } from './usage_rights.js'

export type InspectionStatus =
  | 'not_signed'
  | 'valid'
  | 'annotated'
  | 'completed'
  | 'to_confirm'
  | 'indeterminate'
  | 'failed'
  | 'unreadable'

/** What the bytes say apart from the objects that were found in them. */
export interface Traces extends SignatureTraces {
  /** Objects were looked for one by one, or revisions follow one another in a circle. */
  isBroken: boolean
  loops: boolean
}

const SENTENCES: Record<InspectionStatus, string> = {
  not_signed: 'Ce document ne porte aucune signature électronique.',
  valid: 'Ce document n’a pas été modifié depuis sa signature, et ses signataires sont reconnus.',
  annotated:
    'Le contenu signé est intact et ses signataires sont reconnus ; des marques ont été posées à côté après la signature.',
  completed:
    'Le contenu signé se lit tel qu’il était, mais le fichier a été complété après la signature.',
  to_confirm:
    'Ce qui a été posé sur ce document après sa signature peut cacher ou changer ce que vous lisez : comparez-le avec la version signée.',
  indeterminate:
    'Aucune modification n’a été relevée, mais une signature ou son signataire n’a pas pu être confirmé.',
  failed: 'Au moins une signature de ce document n’est pas valable.',
  unreadable:
    'Ce fichier porte les traces d’une signature, mais sa structure ne permet pas de la lire. Demandez le fichier d’origine à son auteur.',
}

const ONLY_RIGHTS =
  'Ce document ne porte la signature de personne. Il porte seulement des droits d’usage : l’éditeur d’un logiciel y a ouvert des fonctions de son lecteur, ce qui ne dit rien de son auteur ni de son contenu.'
const CHANGED = 'Ce document a été modifié après avoir été signé.'
const REVOKED =
  'Aucune modification n’a été relevée, mais une signature a été faite avec un certificat déjà révoqué : elle n’engage pas son titulaire.'
const REMOVED =
  'Ce fichier porte les traces d’une signature que son formulaire n’expose pas : elle ne peut pas être vérifiée. Demandez le fichier d’origine à son auteur.'

/** The worst that can be said of all the signatures, and the lists that say why. */
export function summaryOf(signatures: SignatureReport[], traces: Traces) {
  const gathered = (list: (one: SignatureReport) => string[]) => [
    ...new Set(signatures.flatMap(list)),
  ]
  const base = {
    signatures,
    changedAfterSigning: gathered((one) => one.changesAfter),
    doubtfulAfterSigning: gathered((one) => one.doubtsAfter),
    completedAfterSigning: gathered((one) => one.additionsAfter),
    addedAfterSigning: gathered((one) => one.marksAfter),
  }
  const said = (status: InspectionStatus, sentence = SENTENCES[status]) => ({
    ...base,
    status,
    sentence,
  })
  const verdicts = signatures.map((one) => one.verdict.indication)
  const hasTraces = traces.ofSignature || traces.ofUsageRights
  if (traces.loops && hasTraces) return said('unreadable')
  if (signatures.length === 0) {
    if (!hasTraces) return said('not_signed')
    if (!traces.ofSignature && !traces.isBroken) return said('not_signed', ONLY_RIGHTS)
    return traces.isBroken ? said('unreadable') : said('to_confirm', REMOVED)
  }
  if (base.changedAfterSigning.length > 0) return said('failed', CHANGED)
  const failures = signatures.filter((one) => one.verdict.indication === 'TOTAL_FAILED')
  if (failures.some((one) => one.verdict.subIndication !== 'REVOKED')) return said('failed')
  if (base.doubtfulAfterSigning.length > 0) return said('to_confirm')
  if (failures.length > 0) return said('indeterminate', REVOKED)
  if (verdicts.includes('INDETERMINATE')) return said('indeterminate')
  if (base.completedAfterSigning.length > 0) return said('completed')
  return base.addedAfterSigning.length > 0 ? said('annotated') : said('valid')
}
