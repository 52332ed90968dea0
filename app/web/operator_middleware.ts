import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { doorkeeper } from './doorkeeper.js'
import { NotFound } from './errors.js'
import { consoleMenu } from './console_menu.js'

/** The console is for the syndicat's operators, and nobody else learns that it exists. */
export default class OperatorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.auth.user!.isOperator) throw new NotFound()
    if (!(await doorkeeper().letsOperatorIn(ctx))) return
    ctx.allows = () => false
    ctx.menu = consoleMenu(ctx.request.url())
    return next()
  }
}
