import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { openTask } from '../acte_tasks.js'
import Acte from '../models/acte.js'

/** The ministry answers within minutes on working days; after that somebody should call. */
export const PATIENCE_SECONDS = 4 * 3600

export const lateTask = ({ id }: Acte) => `actes.late:${id}`

/** Tells the agents when no acknowledgement came; the acte goes on waiting for it. */
export const watchAnswer = defineJob<{ acteId: string }>({
  name: 'actes.watch_answer',
  async handle({ acteId }, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const acte = await Acte.get(acteId)
      if (acte.state !== 'transmitted' && acte.state !== 'transmitting') return
      const title = `Demander à la préfecture l’accusé de réception de « ${acte.title} », attendu depuis 4 heures`
      await openTask(lateTask(acte), acte, title)
    })
  },
})
