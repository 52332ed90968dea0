import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { openP12Apart } from '#web/reading/opening_p12'
import { tasks } from '#kernel/tasks'
import { sealAwaited } from '../events.js'
import FolderStep from '../models/folder_step.js'
import Seal from '../models/seal.js'
import { acceptCertificate } from './certificates.js'
import { acceptSeal } from './holders.js'

/**
 * Keeps the seal of the collectivite and lets go the folders that waited for one. Throws the
 * E_CERTIFICATE_… refusals: a seal that nobody could verify is not kept.
 */
export async function depositSeal(p12: Buffer, password: string, by: Actor): Promise<void> {
  const opened = await openP12Apart(p12, password)
  await acceptCertificate(opened, 'store')
  await acceptSeal(opened.certificate, 'store')
  const seal = await Seal.keep(opened.certificate, { p12, password })
  await journal.append({
    type: 'parapheur.seal_deposited',
    subject: { capability: 'parapheur', type: 'seal', id: seal.id },
    actor: by,
    data: { expiresAt: seal.expiresAt.toISO()! },
  })
  await tasks.close('parapheur.seal')
  const stuck = await FolderStep.query()
    .where({ kind: 'seal', state: 'current' })
    .whereNotNull('trouble')
  for (const step of stuck) {
    await step.merge({ trouble: null }).save()
    await sealAwaited.emit({ folderId: step.folderId, stepId: step.id })
  }
}
