import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Exchange from '../models/exchange.js'

/** Days that the files of an exchange that is over are kept for its member. */
const KEPT_DAYS = 30
const AT_ONCE = 50

/** Shuts what is past its day, and forgets the files of what is over; the journal says which. */
export const endExchanges = defineJob<Record<string, never>>({
  name: 'exchange.end',
  title: 'Clore les échanges échus et effacer leurs fichiers',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next hour does it again, and their doors are shut by their day' },
  async handle(_payload, { tenantId }) {
    while ((await tenancy.run(tenantId, () => expireSome())) > 0);
    while ((await tenancy.run(tenantId, () => purgeSome())) > 0);
  },
})

async function expireSome(): Promise<number> {
  const over = await Exchange.query()
    .where('state', 'open')
    .where('expires_at', '<=', clock.now().toJSDate())
    .limit(AT_ONCE)
  for (const { id } of over) await (await Exchange.hold(id)).expire(SYSTEM)
  return over.length
}

async function purgeSome(): Promise<number> {
  const over = await Exchange.query()
    .whereIn('state', ['expired', 'revoked'])
    .where('ended_at', '<=', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
    .limit(AT_ONCE)
  for (const { id } of over) await (await Exchange.hold(id)).purge(SYSTEM)
  return over.length
}

definePeriodic({
  name: 'exchange.end_all',
  title: 'Clore les échanges échus',
  everySeconds: 3600,
  async run() {
    for (const { id } of await tenants.all())
      await tenancy.run(id, () => endExchanges.enqueue({}, { dedupeKey: 'exchange.end' }))
  },
})
