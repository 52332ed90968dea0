import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import string from '@adonisjs/core/helpers/string'
import { SESSION_AGE } from '#config/session'
import { moment } from '#identity/moment'
import { digest } from '#identity/secrets'
import { networkOf } from '#lib/net/network'

const AGE_SECONDS = string.seconds.parse(SESSION_AGE)

interface SessionOwners {
  /** Who is no agent, and opened this session. */
  personId: string | null
  /** The agent whose door waits in the same browser. */
  userId: string | null
}

/** Says whose a session is, so that its owners see it and may close it from elsewhere. */
export async function nameSession(ctx: HttpContext, owners: SessionOwners): Promise<void> {
  const row = {
    id: digest(ctx.session.sessionId),
    data: '{}',
    user_id: owners.userId,
    person_id: owners.personId,
    expires_at: moment(AGE_SECONDS),
    created_at: moment(),
    user_agent: ctx.request.header('user-agent')?.slice(0, 300) ?? null,
    network: networkOf(ctx.request.ip()),
  }
  const query = db.connection('app').knexQuery().table('kernel.sessions')
  await query.insert(row).onConflict('id').merge(['user_id', 'person_id'])
}
