import { EstablishmentSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { OrganisationMissing } from '#app/outsiders/errors'

/** A place where an organisation works; its SIRET changes when it moves. */
export default class Establishment extends WalledModel(EstablishmentSchema) {
  static table = 'kernel.establishments'
  static connection = 'app'

  declare standing: 'active' | 'ceased' | 'unknown'

  /** @throws E_ORGANISATION_MISSING */
  static async get(id: string): Promise<Establishment> {
    const establishment = await Establishment.find(id, walled())
    if (!establishment) throw new OrganisationMissing()
    return establishment
  }

  /** « 3 rue du Four, 35000 Kervalan » */
  get place(): string {
    const town = [this.postcode, this.locality].filter(Boolean).join(' ')
    return [this.address, town].filter(Boolean).join(', ')
  }
}
