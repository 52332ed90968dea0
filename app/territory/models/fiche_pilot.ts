import { FichePilotSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import { NotAPilot } from '../errors.js'

/** A person who answers for an action and may edit its sheet. */
export default class FichePilot extends TenantModel(FichePilotSchema) {
  static table = 'territory.fiche_pilots'

  /** What makes that person a pilot of that sheet. @throws E_FICHE_PILOT_NOT_FOUND */
  static async get(ficheId: string, userId: string): Promise<FichePilot> {
    const pilot = await this.query().where({ ficheId, userId }).first()
    if (!pilot) throw new NotAPilot()
    return pilot
  }
}
