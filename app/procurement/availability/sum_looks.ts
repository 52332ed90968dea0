import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import Consultation from '../drafting/consultation.js'
import { coverOutside } from '../outside/period.js'
import { coverLooks, settledAt } from './look_period.js'

/** Each ten minutes of the last two hours, else once a day: some forty entries a tender, whatever is seen. */
const EVERY = { hours: 24 }
const LAST = { hours: 2 }
const LAST_EVERY_SECONDS = 600
const AT_ONCE = 1_000

/** Has the journal sum up what was seen of the platform since the last time, while a tender is open. */
export const sumLooks = defineJob<{ consultationId: string }>({
  name: 'procurement.sum_looks',
  title: 'Inscrire au journal les mesures de disponibilité d’une consultation',
  onGiveUp: { nobodyNeeds: 'ten minutes later it is asked again, for all that is not summed up' },
  handle: ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const { publishedAt, deadline } = await Consultation.hold(consultationId)
      if (!publishedAt) return
      const whole = { from: publishedAt.toMillis(), to: deadline.toMillis() }
      await coverLooks(consultationId, whole)
      await coverOutside(consultationId, whole)
    }),
})

/** Those whose looks have waited as long as they may: a day, ten minutes near the hour, none after it. */
async function due(): Promise<{ tenantId: string; consultationId: string }[]> {
  const now = clock.now()
  const settled = new Date(settledAt())
  const { rows } = await systemDb().rawQuery(
    `select tender.tenant_id as "tenantId", tender.id as "consultationId"
     from procurement.consultations tender
     left join lateral (
       select max(period.to_at) as at from procurement.look_periods period
       where period.tenant_id = tender.tenant_id and period.consultation_id = tender.id
     ) summed on true
     where tender.state in ('online', 'closed', 'opening') and tender.published_at is not null
       and least(tender.deadline, ?) > coalesce(summed.at, tender.published_at)
       and (coalesce(summed.at, tender.published_at) <= ? or tender.deadline <= ?)
     order by tender.deadline
     limit ?`,
    [settled, now.minus(EVERY).toJSDate(), now.plus(LAST).toJSDate(), AT_ONCE]
  )
  return rows
}

definePeriodic({
  name: 'procurement.sum_looks',
  title: 'Trouver les consultations dont les mesures attendent le journal',
  everySeconds: LAST_EVERY_SECONDS,
  async run() {
    for (const { tenantId, consultationId } of await due())
      await tenancy.run(tenantId, () =>
        sumLooks.enqueue(
          { consultationId },
          { dedupeKey: `procurement.sum_looks:${consultationId}` }
        )
      )
  },
})
