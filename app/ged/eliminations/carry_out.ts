import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { LocalDate } from '#lib/values'
import { DayRefused } from '../errors.js'
import { lockRows } from '../nodes/lock_rows.js'
import Node from '../nodes/node.js'
import { discard } from '../nodes/trash.js'
import { dueDocuments } from './due.js'
import type Elimination from './elimination.js'
import { EliminationLine } from './elimination.js'
import { VisaDayRefused } from './errors.js'
import { listsManaged, MOST_LINES } from './open_elimination.js'

/** What the archives answered: nothing goes without it. */
export const visaGiven = vine.create({
  reference: vine.string().trim().minLength(2).maxLength(120),
  visaDay: vine.string().trim().maxLength(10),
})

/**
 * Puts in the trash what a list names, its visa being given; what is no more to go (frozen since, its
 * duration changed, moved where she does not manage) stays, and the list says so. How many went.
 * @throws E_GED_DATE, E_GED_VISA_DAY at the field
 */
export async function carryOut(
  ctx: HttpContext,
  elimination: Elimination,
  { reference, visaDay: typed }: Infer<typeof visaGiven>
): Promise<{ thrown: number; kept: number }> {
  const visaDay = visaDayOf(typed, elimination)
  const lines = await EliminationLine.of(elimination.id)
  const ids = lines.map(({ nodeId }) => nodeId)
  // Whoever freezes one of them locks it first: it is then held, and stays
  await lockRows(ids)
  const due = await dueDocuments(await listsManaged(ctx), { most: MOST_LINES, among: ids })
  const may = new Set(due.map(({ id }) => id))
  for (const node of await Node.query().whereIn('id', [...may])) await discard(node, ctx.actor)
  for (const outcome of ['thrown', 'kept'] as const) {
    const those = lines.filter(({ nodeId }) => may.has(nodeId) === (outcome === 'thrown'))
    await EliminationLine.query()
      .whereIn(
        'id',
        those.map(({ id }) => id)
      )
      .update({ outcome })
  }
  const { actor } = ctx
  await elimination
    .merge({ visaReference: reference, visaDay, carriedOutAt: clock.now() })
    .merge({ carriedOutBy: actor.id ?? null })
    .save()
  const done = { thrown: may.size, kept: lines.length - may.size }
  const data = { visa: reference, day: visaDay.toISODate()!, ...done }
  await journal.append({ type: 'ged.elimination_done', subject: elimination.ref, actor, data })
  return done
}

function visaDayOf(typed: string, { openedAt }: Elimination): DateTime {
  const said = LocalDate.tryParse(typed)
  if (!said) throw new DayRefused(typed).at('visaDay')
  const [day, today] = [said.toString(), clock.today().toString()]
  const opened = openedAt.setZone('Europe/Paris').toISODate()!
  if (day > today || day < opened) throw new VisaDayRefused().at('visaDay')
  return DateTime.fromISO(day, { zone: 'utc' })
}
