import { definePeriodic } from '#kernel/jobs/periodic'
import { defineJob } from '#kernel/jobs'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import Consultation from '../drafting/consultation.js'
import { close } from '../opening/close.js'

const AT_ONCE = 500

/** Closes one consultation whose hour has passed. */
export const closeConsultation = defineJob<{ consultationId: string }>({
  name: 'procurement.close',
  title: 'Clore une consultation à son heure limite',
  onGiveUp: { nobodyNeeds: 'the next turn finds it again' },
  handle: async ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const consultation = await Consultation.hold(consultationId)
      if (consultation.allows('close') && consultation.isPastTheHour) await close(consultation)
    }),
})

definePeriodic({
  name: 'procurement.close_at_the_hour',
  title: 'Trouver les consultations dont l’heure limite est passée',
  everySeconds: 30,
  async run() {
    const due = await systemDb()
      .from('procurement.consultations')
      .where('state', 'online')
      .whereRaw('deadline < now()')
      .limit(AT_ONCE)
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id: consultationId } of due)
      await tenancy.run(tenantId, () =>
        closeConsultation.enqueue(
          { consultationId },
          { dedupeKey: `procurement.close:${consultationId}` }
        )
      )
  },
})
