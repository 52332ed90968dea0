import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { consultationClosed, pliReceived } from '../events.js'

/**
 * The hour has passed: what was received in time is counted from now on, and the digests go to the
 * journal together. A second time does nothing.
 */
export async function close(consultation: Consultation): Promise<void> {
  consultation.mustBePastTheHour()
  if (!consultation.allows('close')) return
  await consultation.step('close', SYSTEM)
  const received = await Pli.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
  await journal.append({
    type: 'procurement.consultation_counted',
    subject: consultation.ref,
    actor: SYSTEM,
    data: {
      plis: received.map(({ id, digest, receivedAt, state, receipt }) => ({
        ...{ pli: id, digest, state },
        ...(receipt?.clock && { clockDriftMs: receipt.clock.driftMs }),
        receivedAt: receivedAt!.toUTC().toISO(),
      })),
    },
  })
  await consultationClosed.emit({ consultationId: consultation.id })
  for (const { id: pliId } of received)
    await pliReceived.emit({ consultationId: consultation.id, pliId })
  await askToOpen(consultation)
}

async function askToOpen({ id, title }: Consultation): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: `procurement.open:${id}`,
    capability: 'procurement',
    title: `Ouvrir les plis : « ${title} »`.slice(0, 250),
    url: here('procurement.openings.show', { tenant, id }),
    role: 'agent',
    subjectId: id,
  })
}
