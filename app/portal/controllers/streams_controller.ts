import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { allRooms, hasService } from '#kernel/room'
import { hasMovedSince, live } from '#web/live'
import { streamValidator } from '../validators.js'

/**
 * Tells an open page that something it shows has moved, as server-sent events. The answer begins
 * when the transaction of the request has ended: an open stream holds no connection to the base.
 */
export default class StreamsController {
  async show(ctx: HttpContext) {
    const { request, response, tenant, actor } = ctx
    const { voir, depuis } = await request.validateUsing(streamValidator)
    if (!voir || request.method() === 'HEAD') return response.noContent()
    const watch = {
      tenantId: tenant.id,
      personId: actor.id!,
      services: servicesSeenBy(ctx),
      tokens: new Set(voir.split('.')),
    }
    const stream = await live.open(watch)
    try {
      for (const token of depuis ? await hasMovedSince(depuis, watch) : []) {
        stream.say(token, clock.now().toMillis())
      }
    } catch (error) {
      stream.destroy()
      throw error
    }
    response.header('content-type', 'text/event-stream; charset=utf-8')
    response.header('cache-control', 'no-store, no-transform')
    // nginx would keep the events until it has enough of them.
    response.header('x-accel-buffering', 'no')
    return response.stream(stream)
  }
}

/** The services that the rail of this person shows: what moves in the others is not her business. */
function servicesSeenBy({ tenant, allows }: HttpContext): Set<string> {
  const seen = allRooms().filter(
    ({ name, home }) => home && hasService(tenant, name) && allows(home.permission)
  )
  return new Set(seen.map(({ name }) => name))
}
