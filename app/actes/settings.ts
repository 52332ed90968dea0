import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'

export interface ActesSettings {
  transmitWhenSigned: boolean
  /** Whether an acte is published on an answer that nobody vouches for. */
  publishUnauthenticated: boolean
  referentName: string
  referentPhone: string
  referentEmail: string
  extraReturnAddresses: string[]
}

const DEFAULTS: ActesSettings = {
  transmitWhenSigned: true,
  publishUnauthenticated: true,
  referentName: '',
  referentPhone: '',
  referentEmail: '',
  extraReturnAddresses: [],
}

/** How a collectivite transmits: its own settings over those of the house. */
export function actesSettings(tenant: Tenant): ActesSettings {
  return { ...DEFAULTS, ...tenant.settings.actes }
}

/** Keeps the settings of the tenant in context. */
export async function saveActesSettings(settings: ActesSettings): Promise<void> {
  await tenancy
    .trx('The settings')
    .rawQuery(
      `update kernel.tenants set settings = jsonb_set(settings, '{actes}', ?::jsonb) where id = ?`,
      [JSON.stringify(settings), tenancy.tenantId()]
    )
  tenants.forget()
}
