import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { consoleMenu } from '#kernel/operator/menu'
import { NotFound } from './errors.js'

/** The console is for the syndicat's operators; nobody else learns that it exists. */
export default class OperatorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.auth.user!.isOperator) throw new NotFound()
    ctx.allows = () => false
    ctx.menu = consoleMenu(ctx.request.url())
    return next()
  }
}
