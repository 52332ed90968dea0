import { ProcessingSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import type { LegalBasis } from '../rules/legal_bases.js'

/** What is done with the personal data of the documents of a type. */
export default class Processing extends TenantModel(ProcessingSchema) {
  static table = 'ged.processings'

  declare legalBasis: LegalBasis
}
