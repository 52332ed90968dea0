import type { HttpContext } from '@adonisjs/core/http'
import { LinkMissing } from '../errors.js'
import Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import { linkOfKey } from './addresses.js'
import Link from './link.js'

/** A link that somebody follows, and what it opens. */
export interface Followed {
  link: Link
  node: Node
}

/**
 * The link of an address, as long as it is open and what it opens stands in the space that gave it.
 * @throws E_GED_LINK_MISSING
 */
export async function followed(key: string): Promise<Followed> {
  const id = linkOfKey(key)
  if (!id) throw new LinkMissing()
  return standing(await Link.hold(id))
}

/** The same of a link that its caller holds. @throws E_GED_LINK_MISSING */
export async function standing(link: Link): Promise<Followed> {
  const node = link.isOpen ? await Node.find(link.nodeId) : null
  if (!node || node.deletedAt || node.spaceId !== link.spaceId) throw new LinkMissing()
  return { link, node }
}

/**
 * Something at or below what a link opens. A folder that has rights of its own is not opened with
 * the one above it, nor is what is in the trash. @throws E_GED_LINK_MISSING
 */
export async function within({ node }: Followed, id: string): Promise<Node> {
  const found = await Node.find(id)
  if (!found || found.deletedAt || found.accessId !== node.accessId) throw new LinkMissing()
  const way = (await waysTo([id])).get(id)!
  if (!way.some((step) => step.id === node.id)) throw new LinkMissing()
  return found
}

/** What a visitor has shown and asked for, in her session. */
interface Granted {
  hasPassword?: boolean
  files?: string[]
}

const nameOf = ({ id }: Link) => `link_${id}`

export const grantedTo = ({ session }: HttpContext, link: Link): Granted =>
  session.get(nameOf(link), {})

export function grant(ctx: HttpContext, link: Link, more: Granted): void {
  ctx.session.put(nameOf(link), { ...grantedTo(ctx, link), ...more })
}

/** Whether a password is still to be given. */
export const isLocked = (ctx: HttpContext, link: Link): boolean =>
  link.passwordHash !== null && !grantedTo(ctx, link).hasPassword

/** The link of a request, its password given. @throws E_GED_LINK_MISSING */
export async function entered(ctx: HttpContext): Promise<Followed> {
  const door = await followed(ctx.params.link)
  if (isLocked(ctx, door.link)) throw new LinkMissing()
  return door
}
