import { createHmac } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { csrfFactory } from '@adonisjs/shield/guards'
import type {} from '@adonisjs/shield/shield_middleware'
import edge from 'edge.js'
import { appKey } from '#config/app'
import { isForPrograms } from '#web/api/for_programs'
import { isVerifiedByProgram } from '#web/verification/asked_by_program'
import { isOneClickStop } from '#web/messages/stop_link'
import { isSignedCall } from '#web/signed_call'
import shield from '#config/shield'

/** Where @adonisjs/shield keeps what its tokens are made of. */
const SECRET = 'csrf-secret'
/** Its address is the token, and no session is read: nobody can be made to send what she did not mean to. */
const isDropBox = ({ route }: HttpContext) => route?.name?.startsWith('drops.')
const needsNoToken = (ctx: HttpContext) =>
  isVerifiedByProgram(ctx) || isOneClickStop(ctx) || isSignedCall(ctx)
let csrf: ReturnType<typeof csrfFactory> | undefined

/**
 * The tokens of @adonisjs/shield, made once for all requests. Whoever only reads needs no token
 * before a form is drawn: a visitor without a session gets one, and a row in the base, with her
 * first form, not with her first page.
 */
export default class ShieldMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (isForPrograms(ctx)) return next()
    csrf ??= csrfFactory({ ...shield.csrf, exceptRoutes: needsNoToken }, encryption.use(), edge)
    if (isDropBox(ctx)) return next()
    if (shield.csrf.methods.includes(ctx.request.method())) {
      giveSecret(ctx)
      await csrf(ctx)
    } else ctx.view.share({ csrfField: () => fieldOf(ctx) })
    return next()
  }
}

/**
 * The secret of a session follows from its identifier: pages that are opened at the same time draw
 * the same one, and a new identifier (a login) makes the tokens of the former worthless.
 */
function giveSecret({ session }: HttpContext): void {
  if (session.has(SECRET)) return
  const key = appKey.release()
  session.put(
    SECRET,
    createHmac('sha256', key).update(`csrf ${session.sessionId}`).digest('base64url')
  )
}

async function fieldOf(ctx: HttpContext) {
  giveSecret(ctx)
  if (!ctx.request.csrfToken) await csrf!(ctx)
  return edge.globals.html.safe(
    `<input type='hidden' name='_csrf' value='${ctx.request.csrfToken}'>`
  )
}
