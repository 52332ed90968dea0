import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Ceremony from '../models/ceremony.js'
import CeremonyItem from '../models/ceremony_item.js'

const KEEP_HOURS = 24
const BATCH = 200

/** Ends the signing sessions that nobody answered, and forgets what was prepared for dead ones. */
export const forgetSessions = defineJob<Record<string, never>>({
  name: 'parapheur.forget_sessions',
  title: 'Finir les séances de signature abandonnées',
  onGiveUp: { nobodyNeeds: 'asked again every night' },
  async handle(_payload, { tenantId }) {
    await tenancy.run(tenantId, expireSessions)
    await tenancy.run(tenantId, forgetPreparations)
  },
})

async function expireSessions(): Promise<void> {
  const limit = clock.now().minus({ hours: KEEP_HOURS }).toSQL()!
  const left = await Ceremony.query()
    .where('state', 'open')
    .where('expiresAt', '<', limit)
    .orderBy('id')
    .limit(BATCH)
  for (const ceremony of left) await ceremony.step('expire', SYSTEM)
}

/** The bytes added to a document are of no use once the session is dead: a mended one is whole there. */
async function forgetPreparations(): Promise<void> {
  await CeremonyItem.query()
    .whereIn('ceremonyId', Ceremony.query().where('state', 'dead').select('id'))
    .delete()
}

definePeriodic({
  name: 'parapheur.forget_sessions_nightly',
  title: 'Trouver les séances de signature abandonnées',
  everySeconds: 86_400,
  async run() {
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, () =>
        forgetSessions.enqueue({}, { dedupeKey: 'parapheur.forget_sessions' })
      )
    }
  },
})
