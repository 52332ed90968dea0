import { SYSTEM, type Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { dossierClosed } from '#web/dossiers'
import { folderSigned, sealAwaited } from '../events.js'
import type Folder from '../models/folder.js'
import type FolderStep from '../models/folder_step.js'
import type { Mandate } from './people.js'
import { openStepTasks, closeStepTasks } from './waiting.js'

/** Sends a folder to the first desk that has not acted yet, or ends it. */
export async function reachNextStep(folder: Folder, by: Actor): Promise<void> {
  const next = (await folder.steps()).find(({ state }) => state === 'waiting')
  if (!next) return finish(folder, by)
  await next.step('reach', SYSTEM)
  if (next.kind === 'seal') {
    return sealAwaited.emit({ folderId: folder.id, stepId: next.id })
  }
  await openStepTasks(folder, next)
}

/** Marks a step done, and sends the folder on. */
export async function accomplish(folder: Folder, step: FolderStep, by: Actor, mandate: Mandate) {
  const actedBy = by.kind === 'person' ? by.id : null
  step.merge({ actedBy, actedAt: clock.now(), onBehalfOf: mandate.onBehalfOf, trouble: null })
  await step.step('accomplish', by)
  await closeStepTasks(step)
  await reachNextStep(folder, by)
}

async function finish(folder: Folder, by: Actor): Promise<void> {
  folder.finishedAt = clock.now()
  await folder.step('finish', by)
  const contents = await folder.contents()
  const signature = (await folder.steps()).findLast(({ kind }) => kind === 'signature')
  await folderSigned.emit({
    folderId: folder.id,
    origin: folder.origin,
    documentIds: contents.filter(({ toSign }) => toSign).map(({ documentId }) => documentId),
    signedBy: signature?.actedBy ?? null,
    at: clock.now().toISO()!,
  })
  await dossierClosed.emit({ room: 'parapheur', dossierId: folder.id })
}
