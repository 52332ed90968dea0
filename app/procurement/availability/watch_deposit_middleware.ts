import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import logger from '@adonisjs/core/services/logger'
import { askBehind } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { buyerOf } from '../deposit/buyer.js'
import Consultation from '../drafting/consultation.js'
import { buyerPublishing } from '../open_api/find_published.js'
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
  try {
    const place = await placeOf(ctx)
    if (!place) return
    const { tenantId, pliId } = place
    await tenancy.run(tenantId, async () => {
      const { id: consultationId } = await Consultation.get(place.consultationId)
      await noteFault({ consultationId, pliId, gesture: ctx.route!.name!, status })
    })
  } catch (error) {
    logger.error({ err: error }, 'a fault of a deposit could not be kept')
  }
}

interface Place {
  tenantId: string
  consultationId: string
  pliId: string | null
}

/** Whose consultation, and which pli; null where the address names none. */
async function placeOf(ctx: HttpContext): Promise<Place | null> {
  const { tenant, id, pli } = ctx.params
  if (tenant) {
    if (!isUuid(id)) return null
    const { id: tenantId } = await buyerOf(ctx)
    return { tenantId, consultationId: id, pliId: isUuid(pli) ? pli : null }
  }
  // A program names its pli, or the consultation where it begins one
  if (isUuid(id)) return ofPli(ctx.door.personId, id)
  const consultationId: unknown = ctx.request.input('consultation')
  if (!isUuid(consultationId)) return null
  const { id: tenantId } = await buyerPublishing(consultationId)
  return { tenantId, consultationId, pliId: null }
}

const OF_PLI = `select tenant_id, consultation_id from procurement.plis
  where id = :pli and person_id = :person`

async function ofPli(person: string, pli: string): Promise<Place | null> {
  const [row] = await askBehind({ person }, OF_PLI, { pli, person })
  return row ? { tenantId: row.tenant_id, consultationId: row.consultation_id, pliId: pli } : null
}
