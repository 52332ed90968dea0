import type { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import { nextLook } from '../rules/alert.js'
import { alertLifecycle, type Alert } from './alert.js'

/** Notes that it was looked at, and which consultations are new to it; returns these. */
export async function noteTold(
  alert: Alert,
  found: string[],
  { until, now }: { until: DateTime; now: DateTime }
): Promise<string[]> {
  const at = now.toJSDate()
  const added: { consultation_id: string }[] =
    found.length === 0
      ? []
      : await tenancy
          .trx()
          .knexQuery()
          .table('procurement.alert_deliveries')
          .insert(found.map((id) => ({ alert_id: alert.id, consultation_id: id, at })))
          .onConflict(['alert_id', 'consultation_id'])
          .ignore()
          .returning('consultation_id')
  const isOver = alert.pace === 'once' && added.length > 0
  await tenancy
    .trx()
    .from('procurement.alerts')
    .where('id', alert.id)
    .update({
      told_until: until.toJSDate(),
      next_at: isOver ? null : nextLook(alert.pace, now).toJSDate(),
      ...(isOver && { state: alertLifecycle.after(alert.state, 'finish') }),
    })
  return added.map((row) => row.consultation_id)
}
