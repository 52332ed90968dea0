import { tenancy } from '#kernel/tenancy'
import type { Actor } from '#kernel/actor'
import { openTask } from './acte_tasks.js'
import { acteAcknowledged, acteRejected, acteStamped } from './events.js'
import { tellPreparer } from './tell_preparer.js'
import type Acte from './models/acte.js'
import ClassificationVersion from './models/classification_version.js'
import type Transmission from './models/transmission.js'

const anomalyTask = ({ id }: Acte) => `actes.anomaly:${id}`

export interface Setback {
  /** Three figures of the ministry, or `CONTROLE` and `HTTP` when it did not even look. */
  code: string
  detail: string
}

/** The transmission did not go through: the agents find the acte back, with what to mend. */
export async function rejectTransmission(
  acte: Acte,
  event: 'reject' | 'report_anomaly',
  { code, detail }: Setback,
  by: Actor
): Promise<void> {
  acte.anomalyCode = code
  acte.anomalyDetail = detail
  await acte.step(event, by, { reason: `${code} ${detail}`.trim() })
  await tellPreparer(acte, 'report_anomaly')
  await acteRejected.emit({ acteId: acte.id })
  const who = event === 'reject' ? 'refusé à l’envoi' : 'signalé par la préfecture'
  await openTask(anomalyTask(acte), acte, `Reprendre « ${acte.title} », ${who}`)
}

/** The cancellation is refused: the acte stands, and goes on from its acknowledgement. */
export async function refuseCancellation(
  acte: Acte,
  transmission: Transmission | null,
  reason: string,
  by: Actor
): Promise<void> {
  if (transmission?.isUnderWay || transmission?.state === 'sent') await transmission.receiveAnswer()
  await acte.step(await stoodAt(acte), by, { reason })
  // Publication and archiving are taken up where they were
  if (acte.state === 'acknowledged') await acteAcknowledged.emit({ acteId: acte.id })
  if (acte.state === 'published') await acteStamped.emit({ acteId: acte.id })
}

/** The event that brings it back to the state that it had when its cancellation was asked for. */
async function stoodAt({ id }: Acte) {
  const asked = await tenancy
    .trx()
    .from('actes.acte_transitions')
    .where({ tenant_id: tenancy.tenantId(), acte_id: id, event: 'cancel' })
    .orderBy('id', 'desc')
    .select('from_state')
    .first()
  if (asked?.from_state === 'archived') return 'keep_archived'
  return asked?.from_state === 'published' ? 'keep_published' : 'give_up_cancellation'
}

/** True when the prefecture refused, and has sent no newer classification since. */
export async function isUnchangedSince({ id, anomalyCode }: Acte): Promise<boolean> {
  if (anomalyCode === 'HTTP') return false
  const refused = await tenancy
    .trx()
    .from('actes.acte_transitions')
    .where({ tenant_id: tenancy.tenantId(), acte_id: id, to_state: 'anomaly' })
    .orderBy('id', 'desc')
    .select('at')
    .first()
  const version = await ClassificationVersion.latest()
  return !refused || !version || version.receivedAt.toJSDate() <= refused.at
}
