import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { settledAt } from '../availability/look_period.js'
import { sumLooks } from '../availability/sum_looks.js'

/** As long as a look may come after its minute. */
const WATCHED = { days: 32 }
const EVERY_SECONDS = 600
const AT_ONCE = 1_000

/**
 * Tenders whose hour has passed and of which something came afterwards: what a probe could not tell
 * while the platform was down is what matters most.
 */
async function touched(): Promise<{ tenantId: string; consultationId: string }[]> {
  const now = clock.now()
  const settled = new Date(settledAt())
  const { rows } = await systemDb().rawQuery(
    `select tender.tenant_id as "tenantId", tender.id as "consultationId"
     from procurement.consultations tender
     left join lateral (
       select max(period.to_at) as at from procurement.outside_periods period
       where period.tenant_id = tender.tenant_id and period.consultation_id = tender.id
     ) summed on true
     where tender.published_at is not null and tender.deadline <= :now and tender.deadline > :watched
       and (exists (
         select 1 from procurement.outside_looks look
         where look.received_at > coalesce(summed.at, tender.published_at)
           and look.received_at <= least(:settled, tender.deadline + interval '2 minutes')
           and look.at > tender.published_at and look.at <= tender.deadline
       ) or exists (
         select 1 from procurement.outside_looks look
         where look.is_late and look.received_at > coalesce(summed.at, tender.published_at)
           and look.received_at <= :settled
           and look.at > tender.published_at and look.at <= tender.deadline
       ))
     order by tender.deadline
     limit :most`,
    {
      ...{ now: now.toJSDate(), watched: now.minus(WATCHED).toJSDate(), settled },
      most: AT_ONCE,
    }
  )
  return rows
}

definePeriodic({
  name: 'procurement.sum_late_looks',
  title: 'Inscrire au journal ce qu’une sonde du dehors a dit après l’heure limite',
  everySeconds: EVERY_SECONDS,
  async run() {
    for (const { tenantId, consultationId } of await touched())
      await tenancy.run(tenantId, () =>
        sumLooks.enqueue(
          { consultationId },
          { dedupeKey: `procurement.sum_looks:${consultationId}` }
        )
      )
  },
})
