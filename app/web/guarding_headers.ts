import type { HttpContext } from '@adonisjs/core/http'
import { frameGuardFactory, hstsFactory, noSniffFactory } from '@adonisjs/shield/guards'
import shield, { contentSecurity } from '#config/shield'

const guards = [
  frameGuardFactory(shield.xFrame),
  hstsFactory(shield.hsts),
  noSniffFactory(shield.contentTypeSniffing),
]

/**
 * What a browser is told of every answer, also of those that no route gives or that leave before
 * the forms are guarded: a page that does not exist, a body that cannot be read.
 */
export function guardAnswer(ctx: HttpContext): void {
  ctx.response.header('content-security-policy', contentSecurity)
  for (const guard of guards) guard(ctx)
}
