import { hasService } from '#kernel/room'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { isUuid } from '#lib/values'
import Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { PUBLIC_STATES } from '../rules/consultation_lifecycle.js'

/** The members whose consultations everybody reads. */
export async function publicBuyers(): Promise<Tenant[]> {
  return (await tenants.all()).filter(isPublicBuyer)
}

const isPublicBuyer = (tenant: Tenant) =>
  tenant.state === 'active' && tenant.publicSince !== null && hasService(tenant, 'procurement')

/**
 * Works in the name of the member that published a consultation, by its identifier alone, whoever
 * asks. @throws E_CONSULTATION_MISSING
 */
export async function withPublished<T>(
  id: string,
  work: (consultation: Consultation, tenant: Tenant) => Promise<T>
): Promise<T> {
  const tenant = await buyerPublishing(id)
  return tenancy.run(tenant.id, async () => work(await Consultation.get(id), tenant))
}

/** The member that published it. @throws E_CONSULTATION_MISSING */
export async function buyerPublishing(id: string): Promise<Tenant> {
  if (!isUuid(id)) throw new ConsultationMissing()
  const row = await systemDb()
    .from('procurement.consultations')
    .where('id', id)
    .whereNotNull('published_at')
    .whereIn('state', PUBLIC_STATES)
    .select('tenant_id')
    .first()
  const tenant = row && (await tenants.byId(row.tenant_id))
  if (!tenant || !isPublicBuyer(tenant)) throw new ConsultationMissing()
  return tenant
}
