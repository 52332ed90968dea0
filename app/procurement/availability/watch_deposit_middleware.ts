import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import logger from '@adonisjs/core/services/logger'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { buyerOf } from '../deposit/buyer.js'
import Consultation from '../drafting/consultation.js'
import { noteFault } from './deposit_fault.js'

/**
 * Keeps each fault of ours while somebody deposits: the buyer must prove that the platform worked,
 * and the company that it did not (CE, 23 September 2021, n° 449250). What the base cannot keep, the
 * looks from outside show.
 */
export default class WatchDepositMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    try {
      await next()
    } catch (error) {
      const status = (error as { status?: number }).status ?? 500
      if (status >= 500) await keep(ctx, status)
      throw error
    }
    const status = ctx.response.getStatus()
    if (status >= 500) await keep(ctx, status)
  }
}

async function keep(ctx: HttpContext, status: number): Promise<void> {
  const { id, pli } = ctx.params
  if (!isUuid(id)) return
  try {
    const tenant = await buyerOf(ctx)
    await tenancy.run(tenant.id, async () => {
      const { id: consultationId } = await Consultation.get(id)
      const pliId = isUuid(pli) ? pli : null
      await noteFault({ consultationId, pliId, gesture: ctx.route!.name!, status })
    })
  } catch (error) {
    logger.error({ err: error }, 'a fault of a deposit could not be kept')
  }
}
