import { definePeriodic } from '#kernel/jobs/periodic'
import { hasService } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { chorusAccount } from '../settings.js'
import { askNow } from './ask_now.js'

const EVERY_SECONDS = 60

/** Each member whose account is set is pulled, in jobs of their own; one that is slow keeps nobody waiting. */
definePeriodic({
  name: 'invoicing.pull_all',
  title: 'Relever Chorus Pro pour chaque collectivité',
  everySeconds: EVERY_SECONDS,
  async run() {
    for (const tenant of await tenants.all()) {
      if (tenant.state !== 'active' || !hasService(tenant, 'invoicing')) continue
      if (!chorusAccount(tenant)) continue
      await tenancy.run(tenant.id, () => askNow(tenant))
    }
  },
})
