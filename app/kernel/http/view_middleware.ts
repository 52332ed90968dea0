import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { menuOf } from './menu.js'

/** What every page knows: the tenant, the person, the services she may open. */
export default class ViewMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.view.share({
      get tenant() {
        return ctx.tenant ?? null
      },
      get user() {
        const user = ctx.auth?.user
        return user ? { id: user.id, name: user.fullName, email: user.email, isOperator: user.isOperator } : null
      },
      get membership() {
        return ctx.membership ?? null
      },
      get menu() {
        return menuOf(ctx)
      },
      allows: (permission: string) => ctx.allows?.(permission) ?? false,
      currentUrl: ctx.request.url(),
    })
    return next()
  }
}
