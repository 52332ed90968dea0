import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { CandidatureClosed } from './errors.js'

/** A consultation that everybody reads. @throws E_CONSULTATION_MISSING */
export async function publishedConsultation(tenant: Tenant, id: string): Promise<Consultation> {
  const found = await tenancy.run(tenant.id, () => Consultation.get(id))
  if (!found.publishedAt || found.isRehearsal) throw new ConsultationMissing()
  return found
}

/** The same while it may be answered. @throws E_CONSULTATION_MISSING, E_CANDIDATURE_CLOSED */
export async function openConsultation(tenant: Tenant, id: string): Promise<Consultation> {
  const found = await publishedConsultation(tenant, id)
  if (found.state !== 'online' || found.isPastTheHour) throw new CandidatureClosed()
  return found
}
