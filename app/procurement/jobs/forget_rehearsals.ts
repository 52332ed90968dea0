import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { forgetPieces, piecesOf } from '../deposit/pieces.js'
import Pli from '../deposit/pli.js'
import { KEPT_DAYS } from '../rules/rehearsal.js'

const AT_ONCE = 200

/** Forgets what was tried on the trial tender of a member: nothing of it counts. */
export const forgetRehearsals = defineJob<{ consultationId: string }>({
  name: 'procurement.forget_rehearsals',
  title: 'Effacer les dépôts d’essai',
  onGiveUp: { nobodyNeeds: 'the next turn finds them again' },
  handle: ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const plis = await Pli.query()
        .where('consultationId', consultationId)
        .where('startedAt', '<', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
        .limit(AT_ONCE)
      for (const pli of plis) await forget(pli)
    }),
})

async function forget(pli: Pli): Promise<void> {
  const pieces = await piecesOf(pli.id)
  await forgetPieces(pli.id)
  await pli.delete()
  for (const { uploadId } of pieces) await uploads.forget(uploadId)
}

definePeriodic({
  name: 'procurement.find_rehearsals',
  title: 'Trouver les dépôts d’essai de la veille',
  everySeconds: 3600,
  async run() {
    const found = await systemDb()
      .from('procurement.consultations')
      .where('state', 'rehearsal')
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id: consultationId } of found)
      await tenancy.run(tenantId, () =>
        forgetRehearsals.enqueue(
          { consultationId },
          { dedupeKey: `procurement.rehearsals:${consultationId}` }
        )
      )
  },
})
