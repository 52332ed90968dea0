import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Marks a route that needs no login, with its reason; its page may carry a secret of a link. */
export default class OpenMiddleware {
  async handle(ctx: HttpContext, next: NextFn, _options: { reason: string }) {
    ctx.response.header('cache-control', 'private, no-store')
    return next()
  }
}
