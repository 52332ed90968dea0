import { SYSTEM } from '#kernel/actor'
import Ceremony from '../models/ceremony.js'
import FolderDocument from '../models/folder_document.js'
import type FolderStep from '../models/folder_step.js'

/** True between the moment when somebody signed and the moment when the documents carry it. */
export async function isSigningUnderWay(step: FolderStep): Promise<boolean> {
  return (await Ceremony.query().where({ stepId: step.id, state: 'signed' }).first()) !== null
}

/** Ends the sessions that nobody has signed yet. */
export async function dropCeremonies(step: FolderStep): Promise<void> {
  const open = await Ceremony.query().where({ stepId: step.id, state: 'open' })
  for (const ceremony of open) await ceremony.step('supersede', SYSTEM)
}

/** Gives a folder back the documents that it had before a signature. */
export async function restoreDocuments(step: FolderStep): Promise<void> {
  const done = await Ceremony.query()
    .where({ stepId: step.id, state: 'done' })
    .orderBy('id', 'desc')
    .first()
  for (const item of (await done?.items()) ?? []) {
    const document = await FolderDocument.findOrFail(item.folderDocumentId)
    await document.merge({ documentId: item.baseDocumentId }).save()
  }
}
