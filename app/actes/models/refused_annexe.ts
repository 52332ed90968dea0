import { RefusedAnnexSchema } from '#database/schema/actes'
import { TenantModel } from '#kernel/tenancy'

/** A file that was given as an annexe and could not be kept: its draft waits until somebody decides. */
export default class RefusedAnnexe extends TenantModel(RefusedAnnexSchema) {
  static table = 'actes.refused_annexes'
}
