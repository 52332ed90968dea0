import { deleteObject, updateProperties } from '../actions/change.js'
import { createDocument, createFolder } from '../actions/create.js'
import { setContent } from '../actions/version.js'
import type { CmisCall } from '../call.js'
import { NotDone } from '../errors.js'
import { thingCalled, type Thing } from '../thing.js'
import { tellEach } from '../told_values.js'
import { FOLDER } from '../types.js'
import { addressesOf } from './addresses.js'
import type { AtomAnswer } from './atom_answer.js'
import { ENTRY, entryDocument } from './entry.js'

/** What is made of an object; its identifier when it is then told. */
type Change = (call: CmisCall, thing: Thing) => Promise<string | void>

/** By the method, and by the part of the address that names what it is sent to (CMIS 1.0 §3.10). */
const CHANGES: Record<string, Change> = {
  'POST children': create,
  'PUT id': updateProperties,
  'PUT content': setContent,
  'DELETE id': deleteObject,
}

/** Answers a change of an object. @throws notSupported */
export async function changeByAtom(call: CmisCall, root: Thing): Promise<AtomAnswer> {
  const method = call.ctx.request.method()
  const change = CHANGES[`${method} ${call.address.part}`]
  if (!change) throw NotDone()
  const thing = await thingCalled(call, root, call.params.need('id'))
  const id = await change(call, thing)
  if (!id) return { status: 204, type: ENTRY, text: '' }
  const [told] = await tellEach([await thingCalled(call, root, id)])
  const text = entryDocument(call, told)
  if (method !== 'POST') return { status: 200, type: ENTRY, text }
  return { status: 201, type: ENTRY, text, location: addressesOf(call, id).entry }
}

/** A folder or a document, as the type of the entry says. */
function create(call: CmisCall, above: Thing): Promise<string> {
  const [typeId] = call.params.properties.get('cmis:objectTypeId') ?? []
  return typeId === FOLDER ? createFolder(call, above) : createDocument(call, above)
}
