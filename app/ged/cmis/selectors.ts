import { sendDocument } from '#web/documents/send'
import Version from '../nodes/version.js'
import { childrenOf } from './children.js'
import type { CmisCall } from './call.js'
import { NotDone, NoSuchObject } from './errors.js'
import { askedThing, mustBeDocument, thingAt, type Thing } from './thing.js'
import { allowableActions, propertiesOf, toldObject, toldObjects } from './told.js'
import { tellEach } from './told_values.js'

/** What is read of an object, by its `cmisselector` (CMIS 1.1 §5.4.3); undefined when it is sent as bytes. */
export type Selector = (call: CmisCall, thing: Thing, root: Thing) => Promise<unknown>

const SELECTORS: Record<string, Selector> = {
  object: (call, thing) => toldObject(call, thing),
  properties,
  children,
  parent,
  parents,
  versions,
  content,
  allowableActions: async (call, thing) => allowableActions(call, thing),
  // Nothing has any of these here, and a client that asks is told so
  renditions: async () => [],
  policies: async () => [],
  relationships: async () => ({ objects: [], hasMoreItems: false, numItems: 0 }),
}

/** Answers a read of an object. @throws notSupported, objectNotFound */
export async function readObject(call: CmisCall, root: Thing): Promise<unknown> {
  const thing = await askedThing(call, root)
  const asked = call.params.get('cmisselector')
  const select = asked ? SELECTORS[asked] : thing.version ? content : children
  if (!select) throw NotDone()
  return select(call, thing, root)
}

async function properties({ params }: CmisCall, thing: Thing) {
  const [told] = await tellEach([thing])
  return propertiesOf(params, told)
}

async function children(call: CmisCall, thing: Thing) {
  const { things, total, hasMore } = await childrenOf(call, thing)
  const objects = await toldObjects(call, things)
  const withSegment = call.params.flag('includePathSegment')
  return {
    objects: objects.map((object, rank) => ({
      object,
      ...(withSegment && { pathSegment: things[rank].node!.name }),
    })),
    ...{ hasMoreItems: hasMore, numItems: total },
  }
}

/** The folder above. The root has none, and a document is told of its own by `parents`. */
async function parent(call: CmisCall, thing: Thing, root: Thing) {
  if (!thing.node || thing.version) throw NoSuchObject()
  return toldObject(call, await thingAt(call, root, thing.names.slice(0, -1)))
}

async function parents(call: CmisCall, thing: Thing, root: Thing) {
  if (!thing.node) return []
  const object = await toldObject(call, await thingAt(call, root, thing.names.slice(0, -1)))
  const withSegment = call.params.flag('includeRelativePathSegment')
  return [{ object, ...(withSegment && { relativePathSegment: thing.node.name }) }]
}

/** The last first. */
async function versions(call: CmisCall, thing: Thing) {
  const { node } = mustBeDocument(thing)
  const all = (await Version.of(node.id)).map((version, rank) => ({
    ...thing,
    version,
    isLast: rank === 0,
  }))
  return toldObjects(call, all)
}

async function content({ ctx, params }: CmisCall, thing: Thing) {
  const { node, version } = mustBeDocument(thing)
  const isShown = params.get('download') === 'inline'
  await sendDocument(ctx, version.documentId, { name: node.name, isShown })
}
