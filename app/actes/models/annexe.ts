import { AnnexSchema } from '#database/schema/actes'
import { TenantModel } from '#kernel/tenancy'

/** A document that goes with an acte, in the order of its position. */
export default class Annexe extends TenantModel(AnnexSchema) {
  static table = 'actes.annexes'
}
