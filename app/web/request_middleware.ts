import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { appUrl } from '#config/app'
import { noteForwarding } from './forwarding.js'
import { guardAnswer } from './guarding_headers.js'
import { ownReferer } from './own_referer.js'
import { traced } from '#lib/watch/traces'
import { countRequest } from '#lib/watch/metrics'

/** Around every request: its measure, its trace, its identifier and its guards in the answer. */
export default class RequestMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const startedAt = performance.now()
    noteForwarding(ctx.request.request)
    ctx.request.request.headers.referer = ownReferer(ctx.request.header('referer'), appUrl)
    ctx.response.header('x-request-id', ctx.request.id() ?? '')
    ctx.response.header('referrer-policy', 'same-origin')
    ctx.response.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    guardAnswer(ctx)
    try {
      await traced(`${ctx.request.method()}`, next)
    } finally {
      countRequest(
        ctx.request.method(),
        ctx.route?.pattern ?? 'unknown',
        ctx.response.getStatus(),
        performance.now() - startedAt
      )
    }
  }
}
