import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import { SESSION_AGE } from '#config/session'
import { moment } from '#identity/moment'
import { digest } from '#identity/secrets'
import { deviceInWords, isHandheld } from './device.js'

export interface OpenSession {
  /** The digest of its identifier: it names the session and opens nothing. */
  id: string
  device: string
  handheld: boolean
  openedAt: Date
  /** Within five minutes. */
  lastUsedAt: Date
  current: boolean
}

const LIFE_MS = string.seconds.parse(SESSION_AGE) * 1000
const of = (userId: string) => db.connection('app').from('kernel.sessions').where('user_id', userId)

/** The sessions of a person, the last used first; `sessionId` is the one that asks. */
export async function sessionsOf(userId: string, sessionId: string): Promise<OpenSession[]> {
  const rows = await of(userId).where('expires_at', '>', moment()).orderBy('expires_at', 'desc')
  const current = digest(sessionId)
  return rows.map((row) => ({
    id: row.id,
    device: deviceInWords(row.user_agent),
    handheld: isHandheld(row.user_agent),
    openedAt: row.created_at,
    lastUsedAt: new Date(row.expires_at.getTime() - LIFE_MS),
    current: row.id === current,
  }))
}

/** Closes one session of a person; closing one that is not hers, or not there, does nothing. */
export async function closeSession(userId: string, id: string): Promise<void> {
  await of(userId).where('id', id).delete()
}

/** Closes all the sessions of a person, except the one that asks. */
export async function closeSessionsOf(userId: string, exceptSessionId?: string): Promise<void> {
  const query = of(userId)
  if (exceptSessionId) query.whereNot('id', digest(exceptSessionId))
  await query.delete()
}
