import { isUuid } from '#lib/values'
import Node, { type Place } from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import Version from '../nodes/version.js'
import { isSameName } from '../rules/names.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import type { CmisCall } from './call.js'
import { namesIn } from './address.js'
import { NoSuchObject } from './errors.js'

/** What an identifier or a path names in a repository; the root has no node. */
export interface Thing {
  space: Space
  /** Where what it holds stands; of a document, where it stands itself. */
  place: Place
  node: Node | null
  /** The names that lead there from the root. */
  names: string[]
  /** Of a document: the version that is meant, which is the last unless another is named. */
  version: Version | null
  isLast: boolean
}

export type DocumentThing = Thing & { node: Node; version: Version }

type Who = Pick<CmisCall, 'levels'>

/** The repository of an address: a space that she may read, at its root. @throws objectNotFound */
export async function repositoryOf({ levels }: Who, slug: string): Promise<Thing> {
  const space = await Space.query().where('slug', slug).first()
  const place = space && (await rootOf(space.id))
  if (!space || !place || !levels.has(place.accessId)) throw NoSuchObject()
  return { space, place, node: null, names: [], version: null, isLast: true }
}

/** What she may read of a repository by its path from the root. @throws objectNotFound */
export async function thingAt(who: Who, root: Thing, names: string[]): Promise<Thing> {
  let found = root
  for (const name of names) {
    const node = await Node.called(found.place, name)
    if (!node || !isSameName(node.name, name)) throw NoSuchObject()
    found = await thingOf(who, root, node, [...found.names, node.name])
  }
  return found
}

/** `<node>`, `<node>;1.2` of one of its versions, or the space itself, which is the root. @throws objectNotFound */
export async function thingCalled(who: Who, root: Thing, objectId: string): Promise<Thing> {
  const [id, label] = objectId.split(';')
  if (id === root.space.id) return root
  const node = isUuid(id) ? await Node.find(id) : null
  if (!node || node.deletedAt || node.spaceId !== root.space.id) throw NoSuchObject()
  const names = (await waysTo([node.id])).get(node.id)!.map(({ name }) => name)
  const thing = await thingOf(who, root, node, names)
  if (!label || label === WORKING_COPY || thing.version?.label === label) return thing
  const version = (await Version.of(node.id)).find((one) => one.label === label)
  if (!version || node.kind !== 'document') throw NoSuchObject()
  return { ...thing, version, isLast: false }
}

/** What follows an identifier when it names what was checked out. */
export const WORKING_COPY = 'pwc'

/** What a call is about: by `objectId`, else by its path. @throws objectNotFound */
export const askedThing = (call: CmisCall, root: Thing): Promise<Thing> => {
  const objectId = call.params.get('objectId')
  return objectId
    ? thingCalled(call, root, objectId)
    : thingAt(call, root, [...call.address.names, ...namesIn(call.params.get('path') ?? '')])
}

/** A node that was found, as far as she may read it. @throws objectNotFound */
async function thingOf(
  { levels }: Who,
  { space }: Thing,
  node: Node,
  names: string[]
): Promise<Thing> {
  if (!levels.has(node.accessId)) throw NoSuchObject()
  const isDocument = node.kind === 'document'
  const version = isDocument ? await Version.lastOf(node.id) : null
  const { spaceId, parentId, accessId } = node
  const place = isDocument ? { spaceId, parentId, accessId } : node.within
  return { space, place, node, names, version, isLast: true }
}

/** The same, of a document. @throws objectNotFound */
export function mustBeDocument(thing: Thing): DocumentThing {
  if (!thing.node || !thing.version) throw NoSuchObject()
  return thing as DocumentThing
}
