import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { isDemo } from '#config/app'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { DEMO_NOTICES } from './demo.js'
import { complianceWords, type Notices } from './fields.js'

const KEEP_MS = 15_000
const nothingSaid: Notices = isDemo ? DEMO_NOTICES : {}
let kept: { at: number; said: Notices } | null = null

export interface NoticeChange {
  at: Date
  by: string
  changed: string[]
}

/** What the operator says of itself; nothing is invented for what it has not said. */
export async function currentNotices(): Promise<Notices> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.said
  // Inside a transaction, by its own connection: waiting for a second one can block the whole pool.
  const client = tenancy.current()?.trx ?? db.connection('app')
  const row = await client.from('kernel.notices').orderBy('said_at', 'desc').first()
  kept = { at: Date.now(), said: row?.said ?? nothingSaid }
  return kept.said
}

/** For the foot of every page, which asks nothing of the base while it is drawn. */
export function complianceNow(): string {
  const words = complianceWords(kept?.said ?? nothingSaid)
  if (!kept || Date.now() - kept.at >= KEEP_MS) refreshLater()
  return words
}

let refreshing = false
function refreshLater(): void {
  if (refreshing) return
  refreshing = true
  tenancy
    .outside(currentNotices)
    .catch((error: Error) => logger.debug({ event: 'notices_unread' }, error.message))
    .finally(() => (refreshing = false))
}

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

export const forgetNotices = (): void => void (kept = null)

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
