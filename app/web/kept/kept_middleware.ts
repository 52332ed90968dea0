import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { type KeptPage, pageKey, pages, sayKept } from './pages.js'
import { standingOf } from './standing.js'

/**
 * Before everything that a page costs: one that this process has drawn, and that one question to the
 * base finds still true, is given again, or not even given (304).
 */
export default class KeptMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const key = pageKey(ctx)
    const page = key ? pages.get(key) : undefined
    if (!page) return next()
    if ((await standingOf(page.tenantId)) !== page.standing) {
      pages.forget(key!)
      return next()
    }
    ctx.route = page.route
    sayKept(ctx, page)
    ctx.response.header('content-type', page.type)
    if (isKnown(page, ctx.request.header('if-none-match')))
      return ctx.response.status(304).send(null)
    return ctx.response.send(page.body)
  }
}

/** Whether the browser holds the page that stands (RFC 9110 §13.1.2, weak comparison). */
function isKnown({ etag }: KeptPage, tags = ''): boolean {
  return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
