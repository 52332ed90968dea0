import type { Actor } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type { IncomingFile } from '#web/uploads'
import { stemOf } from '../rules/names.js'
import type { Bringer } from '../separators/bringer.js'
import { queueCuts } from '../separators/queue_cut.js'
import { fileDocument } from './file_document.js'
import { freeName } from './naming.js'
import type Node from './node.js'
import type { Description, Place } from './node.js'

/** Nothing is told of it yet but its name. */
export const nothingTold = (name: string) => ({
  title: stemOf(name),
  ...{ typeId: null, fields: {}, date: null, rule: null, finalAction: null, retentionFrom: null },
})

/**
 * Files what somebody drops at a place, under a name that is free there; a scan is then cut at its
 * sheets, in the name of who brings it.
 * @throws E_GED_CLOSED and the errors of documents, before anything is written
 */
export async function depositFile(
  place: Place,
  file: IncomingFile,
  by: Actor,
  said: Partial<Description> = {},
  bringer: Bringer = { personId: by.id ?? null }
): Promise<Node> {
  const kept = await documents.store(file.open(), { name: file.name })
  const name = await freeName(place, file.name)
  const told = { ...nothingTold(name), ...said }
  const node = await fileDocument(place, { name, told, file: kept, by })
  const data = { documentId: kept.id, sha256: kept.sha256 }
  await queueCuts([{ nodeId: node.id, file: kept }], bringer)
  await journal.append({ type: 'ged.deposited', subject: node.ref, actor: by, data })
  await file.done()
  return node
}
