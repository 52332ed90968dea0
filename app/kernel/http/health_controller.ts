import { timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { metricsToken } from '#config/app'
import { ALARM_MS, measureSkew } from '#kernel/clock/skew'
import { documentsDisk } from '#kernel/documents/disk'
import { allMetrics } from '#kernel/watch/all_metrics'
import { registry } from '#kernel/watch/metrics'
import { NotFound } from './errors.js'

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** What a load balancer and a monitoring system ask. */
export default class HealthController {
  async live({ response }: HttpContext) {
    return response.send({ status: 'ok' })
  }

  async ready({ response }: HttpContext) {
    const checks = {
      database: await works(() => db.connection('app').rawQuery('select 1')),
      documents: await works(async () => (await documentsDisk()).exists('ready')),
    }
    const ready = Object.values(checks).every(Boolean)
    // Said, and not a reason to take a process away: a clock that is off may be off for all of them.
    const clock = await works(async () => {
      if (Math.abs((await measureSkew()) ?? 0) > ALARM_MS) throw new Error('the clocks differ')
    })
    return response
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'unavailable', checks: { ...checks, clock } })
  }

  /** With METRICS_TOKEN set, for its bearer; otherwise for this machine only. */
  async metrics({ request, response }: HttpContext) {
    const given = Buffer.from(request.header('authorization')?.replace(/^Bearer /, '') ?? '')
    const wanted = Buffer.from(metricsToken ?? '')
    const allowed = metricsToken
      ? given.length === wanted.length && timingSafeEqual(given, wanted)
      : LOOPBACK.includes(request.request.socket.remoteAddress ?? '')
    if (!allowed) throw new NotFound()
    return response.header('content-type', registry.contentType).send(await allMetrics())
  }
}

async function works(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check()
    return true
  } catch {
    return false // the answer itself is the report
  }
}
