import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { askForSecondFactor } from '#kernel/identity/factors/required'
import { consoleMenu } from '#kernel/operator/menu'
import { NotFound } from './errors.js'

/**
 * The console is for the syndicat's operators, and nobody else learns that it exists. It opens every
 * member: a password alone never opens it, whatever the settings say.
 */
export default class OperatorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.auth.user!.isOperator) throw new NotFound()
    if (ctx.session.get('strong') !== true)
      return askForSecondFactor(ctx, 'La console d’exploitation')
    ctx.allows = () => false
    ctx.menu = consoleMenu(ctx.request.url())
    return next()
  }
}
