import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { LocalDate } from '#lib/values'
import { DateTime } from 'luxon'
import { levelsFor } from '../access/allowed.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import { reaches } from '../rules/levels.js'
import { dueDocuments } from './due.js'
import Elimination, { EliminationLine } from './elimination.js'
import { NothingDue } from './errors.js'

/** The archives read a list of so many lines; what remains makes another. */
export const MOST_LINES = 200

/** The lists of rights below which the person of a request may let documents go. */
export async function listsManaged(ctx: Pick<HttpContext, 'membership'>): Promise<string[]> {
  const levels = [...(await levelsFor(ctx))]
  return levels.filter(([, level]) => reaches(level, 'manager')).map(([id]) => id)
}

/** Writes the list of what may go today, for the archives to give their visa. @throws E_GED_ELIMINATION_EMPTY */
export async function openElimination(ctx: HttpContext): Promise<Elimination> {
  const due = await dueDocuments(await listsManaged(ctx), { most: MOST_LINES })
  if (due.length === 0) throw new NothingDue()
  const { actor } = ctx
  const elimination = await Elimination.create({
    openedAt: clock.now(),
    openedBy: actor.id ?? null,
  })
  const ways = await waysTo(due.map(({ id }) => id))
  await EliminationLine.createMany(
    due.map(({ id: nodeId, title, type, documentDay, rule, until }) => ({
      ...{ eliminationId: elimination.id, nodeId, title, type, retentionRule: rule },
      ...{ path: pathOf(ways.get(nodeId)!), outcome: null },
      ...{ documentDay: documentDay ? dayIn(documentDay) : null, until: dayIn(until) },
    }))
  )
  const data = { documents: due.length }
  await journal.append({ type: 'ged.elimination_opened', subject: elimination.ref, actor, data })
  return elimination
}

const dayIn = (day: string) => DateTime.fromISO(LocalDate.parse(day).toString(), { zone: 'utc' })

/** Takes a document off a list that awaits its visa: it stays where it is. */
export async function withdrawLine(elimination: Elimination, lineId: string): Promise<void> {
  await EliminationLine.query().where('elimination_id', elimination.id).where('id', lineId).delete()
}

/** Gives a list up: nothing of it goes. */
export async function giveUp(elimination: Elimination, actor: Actor): Promise<void> {
  await elimination.delete()
  await journal.append({ type: 'ged.elimination_given_up', subject: elimination.ref, actor })
}
