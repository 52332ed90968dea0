import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { askToSignIn } from './forms/ask_to_sign_in.js'
import { refuseProgram } from './refuse_program.js'

/**
 * Asks who is there; a person who is not known goes to the login page and comes back here. What she
 * sees, pages and documents alike, stays in no cache: the next person of the counter finds nothing.
 */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('cache-control', 'private, no-store')
    if (await ctx.auth.check()) {
      ctx.actor = { kind: 'person', id: ctx.auth.user!.id }
      return next()
    }
    if (refuseProgram(ctx)) return
    return askToSignIn(ctx)
  }
}
