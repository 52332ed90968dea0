import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { isDemo, metricsToken } from '#config/app'
import { allMetrics } from '#web/watch/all_metrics'
import { registry } from '#lib/watch/metrics'
import { readiness } from '#web/watch/readiness'
import { NotFound } from './errors.js'
import { isForwarded } from './forwarding.js'

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** What a load balancer and a monitoring system ask. */
export default class HealthController {
  async live({ response }: HttpContext) {
    return response.send({ status: 'ok' })
  }

  async ready({ response }: HttpContext) {
    const answer = await readiness()
    return response.status(answer.status === 'unavailable' ? 503 : 200).send(answer)
  }

  /**
   * With METRICS_TOKEN set, for its bearer. Without it, for this machine only, never through a proxy
   * that stands on it, and never in production but for the demonstration.
   */
  async metrics({ request, response }: HttpContext) {
    const given = Buffer.from(request.header('authorization')?.replace(/^Bearer /, '') ?? '')
    const wanted = Buffer.from(metricsToken ?? '')
    const allowed = metricsToken
      ? given.length === wanted.length && timingSafeEqual(given, wanted)
      : isThisMachineAlone(request.request)
    if (!allowed) throw new NotFound()
    return response.header('content-type', registry.contentType).send(await allMetrics())
  }
}

const isThisMachineAlone = (request: IncomingMessage): boolean =>
  (!app.inProduction || isDemo) &&
  !isForwarded(request) &&
  LOOPBACK.includes(request.socket.remoteAddress ?? '')
