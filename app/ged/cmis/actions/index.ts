import type { CmisCall } from '../call.js'
import { NotDone, Unclear } from '../errors.js'
import { askedThing, thingCalled, type Thing } from '../thing.js'
import { toldObject } from '../told.js'
import { createFromSource, deleteObject, moveObject, updateProperties } from './change.js'
import { createDocument, createFolder } from './create.js'
import { cancelCheckOut, checkIn, checkOutDocument, setContent } from './version.js'

/** Does it; the identifier of what is then told, or nothing. */
type Action = (call: CmisCall, thing: Thing, root: Thing) => Promise<string | void>

const CREATES: Record<string, Action> = {
  createFolder,
  createDocument,
  createDocumentFromSource: createFromSource,
  checkOut: checkOutDocument,
}
const CHANGES: Record<string, Action> = {
  ...{ update: updateProperties, move: moveObject, setContent, checkIn, cancelCheckOut },
  ...{ delete: deleteObject, deleteTree: deleteObject },
}

/** Answers a change of an object, by its `cmisaction` (CMIS 1.1 §5.4.4). @throws notSupported */
export async function changeObject(call: CmisCall, root: Thing): Promise<unknown> {
  const asked = call.params.need('cmisaction')
  const action = CREATES[asked] ?? CHANGES[asked]
  if (!action) throw NotDone()
  const thing = await askedThing(call, root)
  if (!thing.isLast) throw Unclear('Seule la dernière version d’un document se change.')
  const id = await action(call, thing, root)
  call.ctx.response.status(asked in CREATES ? 201 : 200)
  if (id) return toldObject(call, await thingCalled(call, root, id))
  // What could not be removed, which is nothing: it would have been refused
  return asked === 'deleteTree' ? { ids: [] } : undefined
}
