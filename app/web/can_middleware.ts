import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Forbidden } from './errors.js'

/** A route's policy (see `can`). */
export default class CanMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { permission }: { permission: string }) {
    if (!ctx.allows(permission)) throw new Forbidden()
    return next()
  }
}
