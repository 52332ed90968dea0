import Node, { type Place } from '../nodes/node.js'
import { isSameName } from '../rules/names.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import { NameTaken } from '../errors.js'
import type { Address } from './address.js'
import type { DavCall } from './call.js'
import { NoParent, NotHere, Unmapped } from './errors.js'

/** What stands at an address, or where it would. */
export interface Located {
  space: Space
  /** Where its last name stands; the root itself at the root. */
  place: Place
  name: string
  /** Null at the root, and where nothing stands. */
  node: Node | null
  isRoot: boolean
  /** One whose name differs by its case alone. */
  twin: Node | null
}

/**
 * Walks to an address of a space. What she may not read is not there. Throws 404 for a space that is
 * not, 405 at the list of the spaces, 409 when a folder above is not there.
 */
export async function locate(
  { levels }: Pick<DavCall, 'levels'>,
  { space: slug, names }: Address
): Promise<Located> {
  if (!slug) throw NotHere()
  const space = await Space.query().where('slug', slug).first()
  const root = space && (await rootOf(space.id))
  if (!space || !root || !levels.has(root.accessId)) throw Unmapped()
  if (names.length === 0)
    return { space, place: root, name: '', node: null, isRoot: true, twin: null }
  let place = root
  for (const name of names.slice(0, -1)) {
    const folder = await named(place, name)
    if (folder?.kind !== 'folder' || !levels.has(folder.accessId)) throw NoParent()
    place = folder.within
  }
  const name = names.at(-1)!
  const found = await Node.called(place, name)
  const isIt = found !== null && isSameName(found.name, name)
  const node = isIt && levels.has(found.accessId) ? found : null
  return { space, place, name, node, isRoot: false, twin: isIt ? null : found }
}

async function named(place: Place, name: string): Promise<Node | null> {
  const found = await Node.called(place, name)
  return found && isSameName(found.name, name) ? found : null
}

/** What stands at an address. Throws 404. */
export async function existing(call: DavCall, address = call.address): Promise<Located> {
  const found = await locate(call, address).catch((error) => {
    throw error.status === 409 ? Unmapped() : error
  })
  if (!found.node && !found.isRoot) throw Unmapped()
  return found
}

/** Refuses a name that differs by its case alone from one that is there. @throws E_GED_NAME_TAKEN */
export function refuseTwin({ twin }: Located, except?: string): void {
  if (twin && twin.id !== except) throw new NameTaken(twin.name)
}
