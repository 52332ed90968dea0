import type { CmisCall } from '../call.js'
import { CmisRefusal, NoContent } from '../errors.js'
import { checkBack, checkOut } from '../holding.js'
import { addContent } from '../store_content.js'
import { mustBeDocument, type Thing } from '../thing.js'
import { mustChange } from './change.js'

/** Other bytes in the place of those of a document: a version more (CMIS 1.1 §2.2.4.18). */
export async function setContent(call: CmisCall, thing: Thing): Promise<string> {
  const document = mustBeDocument(thing)
  const node = await mustChange(call, thing)
  if (!call.file) throw NoContent()
  if (call.params.get('overwriteFlag') === 'false') {
    throw new CmisRefusal('constraint', 'Ce document a déjà son contenu.')
  }
  await addContent(call, document, { comment: null, isMajor: false })
  return node.id
}

/** Keeps a document for her who works on it (§2.2.7.1). */
export async function checkOutDocument(call: CmisCall, thing: Thing): Promise<string> {
  const { node } = mustBeDocument(thing)
  await mustChange(call, thing)
  await checkOut(call, thing)
  return node.id
}

export async function cancelCheckOut(call: CmisCall, thing: Thing): Promise<void> {
  mustBeDocument(thing)
  await mustChange(call, thing)
  await checkBack(call, thing)
}

/** Gives it back, as another version when bytes came with it (§2.2.7.3). */
export async function checkIn(call: CmisCall, thing: Thing): Promise<string> {
  const document = mustBeDocument(thing)
  const node = await mustChange(call, thing)
  await checkBack(call, thing)
  const isMajor = call.params.get('major') !== 'false'
  const comment = call.params.get('checkinComment')?.slice(0, 500) || null
  if (call.file) await addContent(call, document, { comment, isMajor })
  return node.id
}
