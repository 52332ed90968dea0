import db from '@adonisjs/lucid/services/db'
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

/** Says it anew: each version stays, with whom and when, and nobody can rewrite it. */
export async function sayNotices(said: Notices, by: string): Promise<string[]> {
  const before = await readLast()
  const names = new Set([...Object.keys(before), ...Object.keys(said)])
  const changed = [...names].filter((name) => (before[name] ?? '') !== (said[name] ?? ''))
  if (changed.length > 0) {
    await db
      .connection('app')
      .insertQuery()
      .table('kernel.notices')
      .insert({ id: uuidv7(), said: JSON.stringify(said), changed, said_by: by })
  }
  forgetNotices()
  return changed
}

async function readLast(): Promise<Notices> {
  forgetNotices()
  return currentNotices()
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
