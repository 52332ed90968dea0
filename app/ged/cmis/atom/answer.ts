import DocumentType from '../../types/document_type.js'
import { type CmisCall } from '../call.js'
import { childrenOf } from '../children.js'
import { NoSuchObject, NotDone } from '../errors.js'
import { typeCalledById } from '../given.js'
import { repositoriesFor } from '../repositories.js'
import { mustBeDocument, repositoryOf, thingAt, thingCalled, type Thing } from '../thing.js'
import { namesIn } from '../address.js'
import { tellEach } from '../told_values.js'
import { typesOf } from '../types.js'
import { sendDocument } from '#web/documents/send'
import type { AtomAnswer } from './atom_answer.js'
import { changeByAtom } from './change.js'
import { ENTRY, entryDocument, FEED, feedDocument } from './entry.js'
import { SERVICE, serviceDocument } from './service.js'
import { typeEntry, typesFeed } from './type_entry.js'

/** Reads of a repository, by the part of the address that names each. */
type Read = (call: CmisCall, root: Thing) => Promise<AtomAnswer | undefined>

const READS: Record<string, Read> = {
  id: async (call, root) => entryOf(call, await thingCalled(call, root, call.params.need('id'))),
  path: async (call, root) =>
    entryOf(call, await thingAt(call, root, namesIn(call.params.need('path')))),
  children: readChildren,
  content: async ({ ctx, params, levels }, root) => {
    const thing = mustBeDocument(await thingCalled({ levels }, root, params.need('id')))
    await sendDocument(ctx, thing.version.documentId, { name: thing.node.name })
    return undefined
  },
  type: async (call) => {
    const type = await typeCalledById(call.params.need('id'))
    return { status: 200, type: ENTRY, text: typeEntry(call, type) }
  },
  types: async (call) => {
    const types = typesOf(await DocumentType.inOrder())
    const above = call.params.get('typeId')
    const shown = types.filter(({ id, base }) =>
      above ? id !== base && base === above : id === base
    )
    return { status: 200, type: FEED, text: typesFeed(call, shown) }
  },
}

/**
 * Answers a call of the AtomPub binding (CMIS 1.0 §3), which connectors older than the browser
 * binding speak: objects, folders, contents; neither search nor versions.
 */
export async function answerAtom(call: CmisCall): Promise<AtomAnswer | undefined> {
  const { space, part } = call.address
  if (!space) {
    const spaces = await repositoriesFor(call)
    return { status: 200, type: SERVICE, text: serviceDocument(call, spaces) }
  }
  const root = await repositoryOf(call, space)
  const method = call.ctx.request.method()
  if (method !== 'GET' && method !== 'HEAD') return changeByAtom(call, root)
  const read = part === null ? undefined : READS[part]
  if (!read) throw part === null ? NotDone() : NoSuchObject()
  return read(call, root)
}

async function entryOf(call: CmisCall, thing: Thing): Promise<AtomAnswer> {
  const [told] = await tellEach([thing])
  return { status: 200, type: ENTRY, text: entryDocument(call, told) }
}

async function readChildren(call: CmisCall, root: Thing): Promise<AtomAnswer> {
  const folder = await thingCalled(call, root, call.params.need('id'))
  const { things, total, hasMore } = await childrenOf(call, folder)
  const told = await tellEach(things)
  return { status: 200, type: FEED, text: feedDocument(call, folder, { told, total, hasMore }) }
}
