import type { HttpContext } from '@adonisjs/core/http'

export interface SessionOwners {
  /** Who is no agent, and opened this session. */
  personId: string | null
  /** The agent whose door waits in the same browser. */
  userId: string | null
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Whose the session is, once this request has given it a new identifier. */
    sessionOwners?: SessionOwners
  }
}

/**
 * A new identifier for the session and for its tokens of forms, and whose it is from now on: its
 * owners see it, and may close it from elsewhere. It is written with the session, as the request ends.
 */
export function nameSession(ctx: HttpContext, owners: SessionOwners): void {
  ctx.session.forget('csrf-secret')
  ctx.session.regenerate()
  ctx.sessionOwners = owners
}
