import type {
  SessionConfig,
  SessionData,
  SessionStoreWithTaggingContract,
  TaggedSession,
} from '@adonisjs/session/types'
import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { digest } from '#kernel/identity/secrets'

const TABLE = 'kernel.sessions'
/** A session that was used a moment ago is not written again: reading a page writes nothing. */
export const TOUCH_EVERY_MS = 5 * 60_000

/**
 * Sessions in PostgreSQL, under the digest of their identifier: who reads the table cannot take
 * somebody's place. One instance serves one request.
 */
export class SessionStore implements SessionStoreWithTaggingContract {
  #expiresAt = new Map<string, number>()

  constructor(
    private lifeMs: number,
    private userAgent: string | null
  ) {}

  async read(sessionId: string): Promise<SessionData | null> {
    const id = digest(sessionId)
    const row = await this.#rows().where('id', id).where('expires_at', '>', this.#now()).first()
    if (!row) return null
    this.#expiresAt.set(id, row.expires_at.getTime())
    return JSON.parse(row.data)
  }

  /** A session that was closed while its request ran stays closed: it is updated, never put back. */
  async write(sessionId: string, data: SessionData): Promise<void> {
    const id = digest(sessionId)
    const values = { data: JSON.stringify(data), expires_at: this.#end() }
    if (this.#expiresAt.has(id)) return void (await this.#rows().where('id', id).update(values))
    await this.#upsert({ id, ...values }, ['data', 'expires_at'])
  }

  async touch(sessionId: string): Promise<void> {
    const id = digest(sessionId)
    const known = this.#expiresAt.get(id)
    if (!known || this.#end().getTime() - known < TOUCH_EVERY_MS) return
    await this.#rows().where('id', id).update({ expires_at: this.#end() })
  }

  async destroy(sessionId: string): Promise<void> {
    await this.#rows().where('id', digest(sessionId)).delete()
  }

  async tag(sessionId: string, userId: string): Promise<void> {
    const row = {
      id: digest(sessionId),
      data: '{}',
      user_id: String(userId),
      expires_at: this.#end(),
    }
    await this.#upsert(row, ['user_id'])
  }

  async untag(sessionId: string): Promise<void> {
    await this.#rows().where('id', digest(sessionId)).update({ user_id: null })
  }

  async tagged(userId: string): Promise<TaggedSession[]> {
    const rows = await this.#rows().where('user_id', userId).where('expires_at', '>', this.#now())
    return rows.map(({ id, data }) => ({ id, data: JSON.parse(data) }))
  }

  #rows = () => db.connection('app').from(TABLE)
  #now = () => clock.now().toJSDate()
  #end = () => new Date(clock.now().toMillis() + this.lifeMs)

  async #upsert(row: { id: string }, merged: string[]): Promise<void> {
    const query = db.connection('app').knexQuery().table(TABLE)
    await query
      .insert({ ...row, user_agent: this.userAgent, created_at: this.#now() })
      .onConflict('id')
      .merge(merged)
  }
}

/** What config/session.ts asks for: one store a request; `ctx` is null outside of requests. */
export function sessionStore(ctx: HttpContext | null, config: SessionConfig): SessionStore {
  const userAgent = ctx?.request.header('user-agent')?.slice(0, 300) ?? null
  return new SessionStore(string.seconds.parse(config.age) * 1000, userAgent)
}
