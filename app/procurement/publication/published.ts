import Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { PUBLIC_STATES } from '../rules/consultation_lifecycle.js'

/** A consultation that everybody may read, in the tenant in context. @throws E_CONSULTATION_MISSING */
export async function published(id: string): Promise<Consultation> {
  const consultation = await Consultation.get(id)
  if (!PUBLIC_STATES.includes(consultation.state)) throw new ConsultationMissing()
  return consultation
}

/** One that everybody may answer, if only to try: its keys are public. @throws E_CONSULTATION_MISSING */
export async function answerable(id: string): Promise<Consultation> {
  const consultation = await Consultation.get(id)
  return consultation.isRehearsal ? consultation : published(id)
}
