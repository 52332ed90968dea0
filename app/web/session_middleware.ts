import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import { isForPrograms } from '#web/api/for_programs'

const nothing = async () => {}

/**
 * The sessions of @adonisjs/session, which signs the cookie anew in every answer. A visitor who has
 * nothing to remember gets none (nor does her answer vary by it), and a session that changed nothing
 * is said again when its end is written again, every few minutes (see `sessions/store.ts`). Programs
 * have none at all: their cookies are not looked at.
 */
@inject()
export default class QuietSessionMiddleware {
  constructor(protected sessions: SessionMiddleware<any>) {}

  handle(ctx: HttpContext, next: NextFn) {
    if (isForPrograms(ctx)) return next()
    return this.sessions.handle(ctx, async () => {
      const answer = await next()
      if (hasNothingToSay(ctx)) ctx.session.commit = nothing
      return answer
    })
  }
}

function hasNothingToSay({ session, sessionIsRecent }: HttpContext): boolean {
  if (session.hasBeenModified || session.hasRegeneratedSession) return false
  if (!session.responseFlashMessages.isEmpty) return false
  return session.isEmpty ? session.fresh : sessionIsRecent === true
}
