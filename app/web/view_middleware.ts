import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { pageOf } from './page.js'

/**
 * What every page knows: the tenant, the person, the services she may open. Shared when the page
 * is drawn and not before, since `share` reads at once and the tenant comes later. `room` is whose
 * view it is: its styles hold there alone (resources/css/rooms).
 */
export default class ViewMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const render = ctx.view.render.bind(ctx.view)
    ctx.view.render = async (template, data) => {
      ctx.view.share({ ...pageOf(ctx), room: template.split('/')[0] })
      return render(template, data)
    }
    return next()
  }
}
