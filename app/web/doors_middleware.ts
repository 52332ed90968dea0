import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { doorAt } from './doors.js'

/** Leads to a door what is asked of one, before anything of the pages looks at it. */
export default class DoorsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const door = doorAt(ctx.request.url())
    return door ? door.handle(ctx) : next()
  }
}
