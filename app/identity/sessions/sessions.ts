import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import { SESSION_AGE } from '#config/session'
import { moment } from '#identity/moment'
import { digest } from '#identity/secrets'
import { deviceInWords, isHandheld } from './device.js'
import { placeInWords } from './place.js'

export interface OpenSession {
  /** The digest of its identifier: it names the session and opens nothing. */
  id: string
  device: string
  /** « Réseau local », « Réseau 192.0.2.7 » */
  place: string
  handheld: boolean
  openedAt: Date
  /** Within five minutes. */
  lastUsedAt: Date
  current: boolean
}

const LIFE_MS = string.seconds.parse(SESSION_AGE) * 1000
/** An agent, by her login, or somebody who is none. */
type Owner = 'user_id' | 'person_id'
const of = (id: string, owner: Owner) =>
  db.connection('app').from('kernel.sessions').where(owner, id)

/** The sessions of a person, the last used first; `sessionId` is the one that asks. */
export async function sessionsOf(
  id: string,
  sessionId: string,
  owner: Owner = 'user_id'
): Promise<OpenSession[]> {
  const rows = await of(id, owner).where('expires_at', '>', moment()).orderBy('expires_at', 'desc')
  const current = digest(sessionId)
  return rows.map((row) => ({
    id: row.id,
    device: deviceInWords(row.user_agent),
    place: placeInWords(row.network),
    handheld: isHandheld(row.user_agent),
    openedAt: row.created_at,
    lastUsedAt: new Date(row.expires_at.getTime() - LIFE_MS),
    current: row.id === current,
  }))
}

/** Closes one session of a person; closing one that is not hers, or not there, does nothing. */
export async function closeSession(
  ownerId: string,
  id: string,
  owner: Owner = 'user_id'
): Promise<void> {
  await of(ownerId, owner).where('id', id).delete()
}

/** Closes all the sessions of a person, except the one that asks. */
export async function closeSessionsOf(
  id: string,
  exceptSessionId?: string,
  owner: Owner = 'user_id'
): Promise<void> {
  const query = of(id, owner)
  if (exceptSessionId) query.whereNot('id', digest(exceptSessionId))
  await query.delete()
}
