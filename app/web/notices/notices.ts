import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import logger from '@adonisjs/core/services/logger'
import { isDemo } from '#config/app'
import { tenancy } from '#kernel/tenancy'
import { holdingNothing } from '#kernel/tenancy/one_connection'
import { remember } from '#lib/remember'
import { uuidv7 } from '#lib/values'
import { DEMO_NOTICES } from './demo.js'
import { complianceWords, type Notices } from './fields.js'

const nothingSaid: Notices = isDemo ? DEMO_NOTICES : {}
const SAID = 'said'
const kept = remember<Notices>({ ms: 15_000, most: 1 })

export interface NoticeChange {
  at: Date
  by: string
  changed: string[]
}

/** What the operator says of itself; nothing is invented for what it has not said. */
export async function currentNotices(): Promise<Notices> {
  const known = kept.get(SAID)
  if (known) return known
  // Inside a transaction, by its own connection: waiting for a second one can block the whole pool.
  const client = tenancy.current()?.trx ?? db.connection('app')
  const row = await client.from('kernel.notices').orderBy('said_at', 'desc').first()
  return kept.keep(SAID, row?.said ?? nothingSaid)
}

/** For the foot of every page, which asks nothing of the base while it is drawn. */
export function complianceNow(): string {
  if (!kept.get(SAID)) refreshLater()
  return complianceWords(kept.last(SAID) ?? nothingSaid)
}

let refreshing: Promise<unknown> | null = null
function refreshLater(): void {
  // Nobody waits for it: whoever draws the page may hold a connection meanwhile.
  refreshing ??= holdingNothing(() => tenancy.outside(currentNotices))
    .catch((error: Error) => logger.debug({ event: 'notices_unread' }, error.message))
    .finally(() => (refreshing = null))
}

/** Once what was asked again is there. */
export const refreshed = async (): Promise<void> => void (await refreshing)

export interface LastNotices {
  said: Notices
  /** Null as long as nobody has said anything. */
  last: { personId: string; name: string; at: Date } | null
}

/** What is recorded at this instant, and by whom: what a form shows before it replaces it. */
export async function lastNotices(
  client: QueryClientContract = db.connection('app')
): Promise<LastNotices> {
  const row = await client
    .from('kernel.notices')
    .join('kernel.users', 'users.id', 'notices.said_by')
    .orderBy('said_at', 'desc')
    .select('said', 'said_at', 'said_by', 'full_name')
    .first()
  if (!row) return { said: nothingSaid, last: null }
  return { said: row.said, last: { personId: row.said_by, name: row.full_name, at: row.said_at } }
}

/**
 * Says it anew: each version stays, with whom and when, and nobody can rewrite it. One saving at a
 * time: `check` throws when what it is told is not what the person saw.
 */
export async function sayNotices(
  said: Notices,
  by: string,
  check: (recorded: LastNotices) => Promise<void>
): Promise<string[]> {
  const changed = await db.connection('app').transaction(async (trx) => {
    await trx.rawQuery(`select pg_advisory_xact_lock(hashtextextended('kernel.notices', 0))`)
    const recorded = await lastNotices(trx)
    await check(recorded)
    return addVersion(trx, said, recorded.said, by)
  })
  forgetNotices()
  return changed
}

async function addVersion(trx: QueryClientContract, said: Notices, before: Notices, by: string) {
  const names = new Set([...Object.keys(before), ...Object.keys(said)])
  const changed = [...names].filter((name) => (before[name] ?? '') !== (said[name] ?? ''))
  // The instant of the lock, not of the transaction, which may have begun before the other's.
  const saidAt = db.raw('clock_timestamp()')
  const row = { id: uuidv7(), said: JSON.stringify(said), changed, said_by: by, said_at: saidAt }
  if (changed.length > 0) await trx.insertQuery().table('kernel.notices').insert(row)
  return changed
}

export const forgetNotices = (): void => kept.forget()

/** Who changed what, the last first. */
export async function noticeHistory(): Promise<NoticeChange[]> {
  const rows = await db
    .connection('app')
    .from('kernel.notices')
    .join('kernel.users', 'users.id', 'notices.said_by')
    .orderBy('said_at', 'desc')
    .limit(20)
    .select('notices.said_at', 'notices.changed', 'users.full_name')
  return rows.map((row) => ({ at: row.said_at, by: row.full_name, changed: row.changed }))
}
