import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'

/** Beyond, a process does not believe its own clock any more. */
const DOUBT_MS = 2_000

/**
 * The moment `seconds` from now, as SQL, by the clock of the base: several processes hold the doors,
 * and one whose clock is wrong must neither keep a link alive nor close somebody's session.
 */
export function moment(seconds = 0) {
  const client = db.connection('app')
  const held = clock.held()
  return held
    ? client.knexRawQuery('(?::timestamptz)', [held.plus({ seconds }).toJSDate()])
    : client.knexRawQuery('(statement_timestamp() + make_interval(secs => ?))', [seconds])
}

/** The same moment, to be written by a model. */
export async function askMoment(client: QueryClientContract, seconds: number): Promise<DateTime> {
  const { rows } = await client.rawQuery('select ? as at', [moment(seconds) as never])
  return DateTime.fromJSDate(rows[0].at, { zone: 'utc' })
}

/**
 * What the base said of its time, in milliseconds, while this process asked it something between
 * `before` and `after` of its own clock: when that cannot be, the process follows the base.
 */
export function hearTime(base: number, before: number, after: number): void {
  if (clock.held()) return
  const ahead = clock.now().toMillis() - clock.own().toMillis()
  const early = before + ahead - base > DOUBT_MS
  const late = base - (after + ahead) > DOUBT_MS
  if (early || late) clock.follow(base - (before + after) / 2)
}
