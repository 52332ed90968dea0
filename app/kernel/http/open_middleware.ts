import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Marks a route that needs no login, with its reason; does nothing. */
export default class OpenMiddleware {
  async handle(_ctx: HttpContext, next: NextFn, _options: { reason: string }) {
    return next()
  }
}
