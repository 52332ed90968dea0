import { ConsultationDocumentSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'

/** A file of the DCE. */
export default class ConsultationDocument extends TenantModel(ConsultationDocumentSchema) {
  static table = 'procurement.consultation_documents'
}
