import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { HoldMissing, NotAllowed } from '../errors.js'
import { lockRows } from '../nodes/lock_rows.js'
import Node from '../nodes/node.js'
import { subtreeOf } from '../nodes/paths.js'
import { reaches } from '../rules/levels.js'
import Hold from './hold.js'

/** What freezing asks for. */
export const newHold = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })

/** What may be frozen by the person of a request, held. @throws E_GED_MISSING, E_GED_NOT_ALLOWED */
export async function nodeToHold(ctx: HttpContext, id: string): Promise<Node> {
  if (ctx.isGuest) throw new NotAllowed()
  return (await nodeFor(ctx, id, 'manager', { hold: true })).node
}

/** Freezes a node, and all it holds. Whoever is changing something of it is waited for. */
export async function placeHold(node: Node, reason: string, by: Actor): Promise<Hold> {
  await lockRows(await subtreeOf(node.id))
  const hold = await Hold.create({
    ...{ nodeId: node.id, reason, placedAt: clock.now() },
    placedBy: by.kind === 'person' ? by.id : null,
    ...{ liftedAt: null, liftedBy: null },
  })
  const data = { hold: hold.id, reason }
  await journal.append({ type: 'ged.held', subject: node.ref, actor: by, data })
  return hold
}

/** A hold that stands, for who manages what it freezes. @throws E_GED_HOLD_MISSING */
export async function holdToLift(ctx: HttpContext, id: string): Promise<Hold> {
  const hold = await Hold.hold(id)
  const node = await Node.get(hold.nodeId)
  const level = (await levelsFor(ctx)).get(node.accessId) ?? null
  if (ctx.isGuest || hold.liftedAt || !reaches(level, 'manager')) throw new HoldMissing()
  return hold
}

/** Lifts a hold, which its caller holds; the others stand. */
export async function liftHold(hold: Hold, by: Actor): Promise<void> {
  const liftedBy = by.kind === 'person' ? (by.id ?? null) : null
  await hold.merge({ liftedAt: clock.now(), liftedBy }).save()
  const { ref } = await Node.get(hold.nodeId)
  await journal.append({
    type: 'ged.hold_lifted',
    subject: ref,
    actor: by,
    data: { hold: hold.id },
  })
}
