import { FichePilotSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'

/** A person who answers for an action and may edit its sheet. */
export default class FichePilot extends TenantModel(FichePilotSchema) {
  static table = 'territory.fiche_pilots'
}
