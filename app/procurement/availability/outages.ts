import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { durationWords, lengthOf, measureOf } from '../rules/availability.js'
import type { Cause } from '../rules/proposed_hour.js'
import { looksIn } from './look.js'

/** When a company has no time left to come back later (DAJ, guide A16). */
const LAST = { hours: 2 }
const AT_ONCE = 500

const outageTask = (id: string) => `procurement.outage:${id}`

/** How long the platform did not answer in the last two hours of a consultation, so far. */
export async function outageMs({ deadline }: Consultation): Promise<number> {
  const from = deadline.minus(LAST).toMillis()
  const to = Math.min(deadline.toMillis(), clock.now().toMillis())
  if (to <= from) return 0
  return lengthOf(measureOf({ from, to }, await looksIn({ from, to })).down)
}

/** A platform that fell in the last hours: the hour moves for everybody. */
export async function outageCauses(consultation: Consultation): Promise<Cause[]> {
  const lost = await outageMs(consultation)
  if (lost === 0) return []
  return [
    {
      until: consultation.deadline.plus({ milliseconds: lost }),
      reason: `La plateforme n’a pas répondu pendant ${durationWords(lost)} dans les deux heures avant l’heure limite.`,
    },
  ]
}

/** Asks the agents whether the hour moves, of one whose last hours were not whole. */
const tellOutage = defineJob<{ consultationId: string }>({
  name: 'procurement.tell_outage',
  title: 'Proposer de reporter une heure limite après une panne',
  onGiveUp: { nobodyNeeds: 'the form of the hour proposes it too' },
  handle: ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const consultation = await Consultation.get(consultationId)
      if (consultation.state !== 'online' || consultation.isPastTheHour) return
      if ((await outageMs(consultation)) === 0) return
      const tenant = await tenants.current()
      await tasks.open({
        key: outageTask(consultationId),
        capability: 'procurement',
        title:
          `Une panne avant l’heure limite : proroger pour tous ? « ${consultation.title} »`.slice(
            0,
            250
          ),
        url: here('procurement.extensions.create', { tenant, id: consultationId }),
        role: 'agent',
        subjectId: consultationId,
        dueAt: consultation.deadline.toJSDate(),
      })
    }),
})

/** Once the hour has moved or passed, nobody is asked any more. */
export const closeOutageTask = (consultationId: string): Promise<void> =>
  tasks.close(outageTask(consultationId))

definePeriodic({
  name: 'procurement.find_outages',
  title: 'Trouver les consultations qui ferment après une panne',
  everySeconds: 60,
  async run() {
    const now = clock.now()
    const looks = await looksIn({ from: now.minus(LAST).toMillis(), to: now.toMillis() })
    if (looks.every(({ isUp }) => isUp)) return
    const soon = await systemDb()
      .from('procurement.consultations')
      .where('state', 'online')
      .whereBetween('deadline', [now.toJSDate(), now.plus(LAST).toJSDate()])
      .limit(AT_ONCE)
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id: consultationId } of soon)
      await tenancy.run(tenantId, () => tellOutage.enqueue({ consultationId }))
  },
})
