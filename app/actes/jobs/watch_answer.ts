import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { openTask } from '../acte_tasks.js'
import { clock } from '#kernel/clock'
import Acte from '../models/acte.js'
import Transmission, { type TransmissionType } from '../models/transmission.js'

/** The ministry answers within minutes on working days; after that somebody should call. */
export const LATE_AFTER_SECONDS = 4 * 3600

/** The archive is built a moment after the watch is set. */
const MARGIN_SECONDS = 600

const lateTask = ({ id }: Acte) => `actes.late:${id}`

interface Awaited {
  type: TransmissionType
  what: string
}

const RECEIPT: Awaited = { type: '1-1', what: 'l’accusé de réception' }
const AWAITED: Partial<Record<Acte['state'], Awaited>> = {
  transmitting: RECEIPT,
  transmitted: RECEIPT,
  cancelling: { type: '6-1', what: 'l’accusé de réception de l’annulation' },
}

/** Sent again meanwhile, after an anomaly: a watch of its own will look at that one. */
async function isRecent(acte: Acte, type: TransmissionType): Promise<boolean> {
  const sending = await Transmission.latestOf(acte.id, type)
  const seconds = sending
    ? clock.now().diff(sending.createdAt, 'seconds').seconds
    : LATE_AFTER_SECONDS
  return seconds < LATE_AFTER_SECONDS - MARGIN_SECONDS
}

/** Tells the agents when no acknowledgement came; the acte goes on waiting for it. */
export const watchAnswer = defineJob<{ acteId: string }>({
  name: 'actes.watch_answer',
  title: 'Surveiller la réponse de la préfecture',
  onGiveUp: ({ acteId }, { tenantId }) => askToLook(acteId, tenantId),
  async handle({ acteId }, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const acte = await Acte.find(acteId)
      const awaited = acte && AWAITED[acte.state]
      if (!awaited || (await isRecent(acte, awaited.type))) return
      const title = `Demander à la préfecture ${awaited.what} de « ${acte.title} », attendu depuis 4 heures`
      await openTask(lateTask(acte), acte, title)
    })
  },
})

/** Nobody looks any more whether the answer is late: better to ask once too often. */
const askToLook = (acteId: string, tenantId: string): Promise<void> =>
  tenancy.run(tenantId, async () => {
    const acte = await Acte.get(acteId)
    const awaited = AWAITED[acte.state]
    if (!awaited) return
    await openTask(
      lateTask(acte),
      acte,
      `Regarder si ${awaited.what} de « ${acte.title} » est arrivé`
    )
  })
