import { OrganisationSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { OrganisationMissing } from '#app/outsiders/errors'

/** A company, an association, a public body: what stands in a register under one number. */
export default class Organisation extends WalledModel(OrganisationSchema) {
  static table = 'kernel.organisations'
  static connection = 'app'

  declare kind: 'company' | 'association' | 'public' | 'foreign'
  declare standing: 'active' | 'ceased' | 'unknown'
  declare numbers: string[]

  /** @throws E_ORGANISATION_MISSING */
  static async get(id: string): Promise<Organisation> {
    const organisation = await Organisation.find(id, walled())
    if (!organisation) throw new OrganisationMissing()
    return organisation
  }
}
