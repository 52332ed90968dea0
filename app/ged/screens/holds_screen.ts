import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import type { Meaning } from '#lib/meaning'
import { cursorOf } from '#web/cursor'
import { day } from '#web/dates'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { holdsOver } from '../holds/held.js'
import type Hold from '../holds/hold.js'
import { holdsPage } from '../holds/holds_page.js'
import { addressOf } from '../nodes/addresses.js'
import Node from '../nodes/node.js'
import { type Level, reaches } from '../rules/levels.js'

const WAS: { label: string; meaning: Meaning } = { label: 'Levé', meaning: 'plain' }
const STANDS: { label: string; meaning: Meaning } = { label: 'Gelé', meaning: 'waiting' }

/** All that was frozen of what the person of a request reads, the last first. */
export async function holdsScreen(ctx: HttpContext) {
  const levels = await levelsFor(ctx)
  const { holds, next } = await holdsPage([...levels.keys()], cursorOf(ctx.request))
  const names = await people.names(holds.flatMap(({ hold }) => [hold.placedBy, hold.liftedBy]))
  return {
    home: here('ged.spaces.index', { tenant: ctx.tenant }),
    next: next && `?apres=${next}`,
    lines: holds.map(({ hold, node }) => ({
      name: node.name,
      href: node.deletedAt ? null : addressOf(ctx.tenant, node),
      reason: hold.reason,
      shown: hold.liftedAt ? WAS : STANDS,
      placed: saidOf(hold.placedAt, hold.placedBy, names),
      lifted: hold.liftedAt && saidOf(hold.liftedAt, hold.liftedBy, names),
      lifts: liftOf(ctx, hold, levels.get(node.accessId) ?? null),
    })),
  }
}

/** What freezes a document or a folder, and what one may do about it. */
export async function holdsOn(ctx: HttpContext, node: Node, level: Level) {
  const holds = await holdsOver([node.id])
  const names = await people.names(holds.map(({ placedBy }) => placedBy))
  const folders = await Node.query().whereIn(
    'id',
    holds.map(({ nodeId }) => nodeId)
  )
  const byId = new Map(folders.map((one) => [one.id, one]))
  const levels = holds.length > 0 ? await levelsFor(ctx) : new Map<string, Level>()
  return {
    standing: holds.map((hold) => ({
      above: hold.nodeId === node.id ? null : byId.get(hold.nodeId)!.name,
      reason: hold.reason,
      placed: saidOf(hold.placedAt, hold.placedBy, names),
      lifts: liftOf(ctx, hold, levels.get(byId.get(hold.nodeId)!.accessId) ?? null),
    })),
    places:
      reaches(level, 'manager') && !ctx.isGuest
        ? here('ged.holds.store', { tenant: ctx.tenant, id: node.id })
        : null,
  }
}

const liftOf = ({ tenant, isGuest }: HttpContext, hold: Hold, level: Level | null) =>
  reaches(level, 'manager') && !isGuest && !hold.liftedAt
    ? `${here('ged.holds.destroy', { tenant, hold: hold.id })}?_method=DELETE`
    : null

/** « le 30 novembre 2026, par Nolwenn Caradec » */
function saidOf(at: Hold['placedAt'], by: string | null, names: Map<string, string>): string {
  const who = (by && names.get(by)) || 'un programme, ou une personne partie'
  return `le ${day(at)}, par ${who}`
}
