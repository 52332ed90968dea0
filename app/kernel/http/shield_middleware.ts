import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import {
  csrfFactory,
  frameGuardFactory,
  hstsFactory,
  noSniffFactory,
} from '@adonisjs/shield/guards'
import type {} from '@adonisjs/shield/shield_middleware'
import edge from 'edge.js'
import shield, { contentSecurity } from '#config/shield'

const headers = [
  frameGuardFactory(shield.xFrame),
  hstsFactory(shield.hsts),
  noSniffFactory(shield.contentTypeSniffing),
]
let csrf: ReturnType<typeof csrfFactory> | undefined

/**
 * The guards of @adonisjs/shield, made once for all requests. Whoever only reads needs no token
 * before a form is drawn: a visitor without a session gets one, and a row in the base, with her
 * first form, not with her first page.
 */
export default class ShieldMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    csrf ??= csrfFactory(shield.csrf, encryption.use(), edge)
    ctx.response.header('content-security-policy', contentSecurity)
    for (const guard of headers) guard(ctx)
    if (shield.csrf.methods.includes(ctx.request.method())) await csrf(ctx)
    else ctx.view.share({ csrfField: () => fieldOf(ctx) })
    return next()
  }
}

async function fieldOf(ctx: HttpContext) {
  if (!ctx.request.csrfToken) await csrf!(ctx)
  return edge.globals.html.safe(
    `<input type='hidden' name='_csrf' value='${ctx.request.csrfToken}'>`
  )
}
