import type { PDF } from '@libpdf/core'
import { isPlainlyAppended } from '#lib/pdf/appended'
import { RevisionComparison } from '#lib/pdf/compare'
import { loadPdf } from '#lib/pdf/document'
import { lastSoundRevision } from './before_damage.js'
import { saysKeysTwice } from './contested_values.js'
import { documentChanges, keepsEncryption } from './document_changes.js'
import { fieldChanges } from './field_changes.js'
import { contestsObjects, losesReferences } from './lost_references.js'
import { treeChanges } from './tree_changes.js'
import { addChanges, noChanges, type LaterChanges } from './later_changes.js'
import { pageChanges } from './page_changes.js'
import { permissionsOf, type SignedRevision } from './permissions.js'
import { SignatureWidgets } from './signature_widgets.js'

/** What no reader finds where the file says, and each looks for in its own way. */
export const DAMAGED = 'la structure du document, abîmée'

/**
 * Compares a signed revision with the whole file. Later signatures and the validation data added
 * for archiving are no change (EN 319 142-1 §5.4); a page redrawn by an incremental update is one,
 * although every digest still matches; what is not known to be harmless is said.
 */
export async function changesSince(
  revision: SignedRevision,
  { bytes, pdf }: { bytes: Buffer; pdf: PDF }
): Promise<LaterChanges> {
  const changes = noChanges()
  const { length } = revision
  const signed = bytes.subarray(0, length)
  const before = await loadPdf(signed).catch(() => null)
  if (!before) return { ...changes, doubtful: ['la structure du document signé, illisible'] }
  const [count, countNow] = [before, pdf].map((one) => one.context.pages.getPageCount())
  // Readers mend a broken file each in their own way: nobody can say what they will show, nor that
  // anybody meant it
  if (pdf.recoveredViaBruteForce && !before.recoveredViaBruteForce) {
    changes.doubtful.push(DAMAGED)
    // …but what was altered before is altered still
    const sound = await lastSoundRevision(bytes, length)
    if (sound) addChanges(changes, { altered: (await changesSince(revision, sound)).altered })
  }
  const comparison = new RevisionComparison(before, pdf)
  addChanges(changes, treeChanges(before, pdf, comparison))
  const permissions = permissionsOf(before, revision)
  const widgets = new SignatureWidgets(before, pdf, comparison, permissions)
  const revisions = { before, after: pdf, comparison, widgets, permissions }
  for (let index = 0; index < Math.min(count, countNow); index++)
    addChanges(changes, pageChanges(revisions, index))
  addChanges(changes, documentChanges(before, pdf, comparison))
  if (!keepsEncryption(before, pdf, comparison)) changes.altered.push('la protection du document')
  addChanges(changes, fieldChanges(before, pdf, revisions))
  if (losesReferences(signed, bytes, pdf))
    changes.doubtful.push('des objets que tous les logiciels ne retrouvent pas')
  if (contestsObjects(signed, bytes, pdf))
    changes.doubtful.push('des objets que le fichier place à deux endroits')
  if (saysKeysTwice(signed, bytes, pdf))
    changes.doubtful.push('des entrées que tous les logiciels ne lisent pas de même')
  if (!isPlainlyAppended(bytes, length, pdf))
    changes.completed.push('des données que le format ne prévoit pas à la fin du fichier')
  return permissions.level === 1 ? nothingAllowed(changes, widgets) : changes
}

/** Only proofs for the long term may follow (ISO 32000-2 table 257). */
function nothingAllowed(changes: LaterChanges, widgets: SignatureWidgets): LaterChanges {
  const { altered, doubtful, completed, added } = changes
  const said = [...altered, ...doubtful, ...completed, ...added]
  if (said.length === 0 && widgets.bringsSignature()) said.push('une signature')
  const words = said.map((one) => `${one} (le signataire avait interdit tout changement)`)
  return { ...noChanges(), altered: words }
}
