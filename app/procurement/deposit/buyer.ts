import type { HttpContext } from '@adonisjs/core/http'
import { hasService } from '#kernel/room'
import { tenants, type Tenant } from '#kernel/tenant'
import { ConsultationMissing } from '../errors.js'

/** The member whose consultation an address above the members names. @throws E_CONSULTATION_MISSING */
export async function buyerOf({ params }: HttpContext): Promise<Tenant> {
  const tenant = await tenants.bySlug(params.tenant)
  const isThere =
    tenant?.state === 'active' && tenant.publicSince && hasService(tenant, 'procurement')
  if (!isThere) throw new ConsultationMissing()
  return tenant
}
