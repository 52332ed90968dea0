import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Interval } from '../rules/availability.js'
import type { OutsideLook } from '../rules/seen_outside.js'

/** As long as those of the platform. */
const KEPT_DAYS = 400

/** What was received after the first instant and up to the second, of looks that began in `about`. */
export interface Received {
  received: Interval
  about: Interval
}

const looks = () => (tenancy.current()?.trx ?? systemDb()).from('procurement.outside_looks')

/** What probes saw in an interval, late or not, in order; in the transaction in context, where there is one. */
export async function outsideLooksIn({ from, to }: Interval): Promise<OutsideLook[]> {
  const rows = await looks()
    .whereBetween('at', [new Date(from), new Date(to)])
    .orderBy('at')
    .orderBy('id')
  return rows.map(read)
}

/** What the journal sums up at once, in one order for ever. */
export async function outsideLooksReceived({ received, about }: Received): Promise<OutsideLook[]> {
  const rows = await looks()
    .where('received_at', '>', new Date(received.from))
    .where('received_at', '<=', new Date(received.to))
    .where('at', '>', new Date(about.from))
    .where('at', '<=', new Date(about.to))
    .orderBy('received_at')
    .orderBy('id')
  return rows.map(read)
}

const read = (row: any): OutsideLook => ({
  ...{ id: row.id, probe: row.probe_id, at: row.at.getTime(), isUp: row.is_up, ms: row.ms },
  ...{ fault: row.fault, receivedAt: row.received_at.getTime(), driftMs: row.drift_ms },
  ...{ publicKey: row.public_key, signature: row.signature },
})

definePeriodic({
  name: 'procurement.forget_outside_looks',
  title: 'Oublier les anciennes mesures vues du dehors',
  everySeconds: 86_400,
  async run() {
    await systemDb()
      .from('procurement.outside_looks')
      .where('at', '<', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
      .delete()
  },
})
