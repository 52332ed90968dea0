import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { pageKey, pageOf, pages, sayKept } from './pages.js'

/**
 * On the route of a page that is drawn of nothing but its member's public tables and settings: keeps
 * what was drawn for the next visitor. Whatever concerns one person is not kept.
 */
export default class KeepMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const answer = await next()
    const { response, tenant, standing } = ctx
    const key = pageKey(ctx)
    const body = response.getBody()
    if (!key || !standing || typeof body !== 'string' || response.getStatus() !== 200) return answer
    if (ctx.session.hasBeenModified) return answer
    const page = pageOf(ctx, body, { tenantId: tenant.id, standing })
    pages.keep(key, page)
    sayKept(ctx, page)
    return answer
  }
}
