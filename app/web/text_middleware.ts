import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { NotFound, UnreadableText } from './errors.js'
import { isUnreadable, readable } from './unreadable_text.js'

/**
 * The one place where text enters: an address, a query, a form, a name of file that no base and no
 * XML can hold is refused here, whatever the page does with it.
 */
export default class TextMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (isUnreadable(ctx.params)) throw new NotFound()
    const files = Object.values(request.allFiles())
      .flat()
      .map((file) => file.clientName)
    if (isUnreadable(request.qs()) || isUnreadable(request.body()) || isUnreadable(files)) {
      throw new UnreadableText()
    }
    request.updateQs(readable(request.qs()))
    request.updateBody(readable(request.body()))
    return next()
  }
}
