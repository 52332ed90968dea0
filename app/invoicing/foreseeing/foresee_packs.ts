import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { hasService } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { knownPacks } from '../operator/coming_packs.js'
import { foresee, type ComingPack } from './foresee.js'

const EVERY_SECONDS = 3_600

/** Says, before a pack applies, which open invoices of a member would change verdict. */
export const foreseePack = defineJob<{ pack: ComingPack }>({
  name: 'invoicing.foresee_pack',
  title: 'Juger d’avance les factures ouvertes par un paquet de règles',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'it begins again at the next hour, from where it was' },
  async handle({ pack }, { tenantId }) {
    await foresee(tenantId, pack)
  },
})

/** Each member is judged in a job of its own, as long as a pack is to come. */
definePeriodic({
  name: 'invoicing.foresee_packs',
  title: 'Dire ce que changerait un paquet de règles à venir',
  everySeconds: EVERY_SECONDS,
  async run() {
    const coming = knownPacks().filter(({ isComing }) => isComing)
    if (coming.length === 0) return
    for (const tenant of await tenants.all()) {
      if (tenant.state !== 'active' || !hasService(tenant, 'invoicing')) continue
      await tenancy.run(tenant.id, async () => {
        for (const { version, from } of coming) {
          const dedupeKey = `invoicing.foresee:${tenant.id}:${version}`
          await foreseePack.enqueue({ pack: { version, from } }, { dedupeKey })
        }
      })
    }
  },
})
