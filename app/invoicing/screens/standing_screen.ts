import type { Tenant } from '#kernel/tenant'
import Pull from '../models/pull.js'
import { chorusAccount } from '../settings.js'

/** How the exchange with Chorus Pro goes, as it truly is. */
export interface Standing {
  is: 'without_account' | 'never' | 'failing' | 'well'
  says: string | null
  since: Date | null
  succeededAt: Date | null
}

/** For the tray of the tenant in context. */
export async function standingOfChorus(tenant: Tenant): Promise<Standing> {
  const row = await Pull.query().first()
  const succeededAt = row?.succeededAt?.toJSDate() ?? null
  const well = { says: null, since: null, succeededAt }
  if (!chorusAccount(tenant)) return { ...well, is: 'without_account' }
  if (row?.failingSince)
    return { is: 'failing', says: row.lastError, since: row.failingSince.toJSDate(), succeededAt }
  return { ...well, is: succeededAt ? 'well' : 'never' }
}
