import { PersonSearchSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import type { PersonSaid } from '../rules/person_forms.js'
import { PersonSearchMissing } from './errors.js'

/** For how long it is kept of whom somebody looked for the documents. */
export const SEARCH_DAYS = 30

/** Of whom somebody looks for the documents: hers alone, made anew each time with the rights of the day. */
export default class PersonSearch extends TenantModel(PersonSearchSchema) {
  static table = 'ged.person_searches'

  declare said: PersonSaid

  /** What the journal calls it: never by what it looks for. */
  get ref() {
    return { capability: 'ged', type: 'person_search', id: this.id }
  }

  /** One of a person. @throws E_GED_PERSON_SEARCH_MISSING */
  static async of(ownerId: string, id: string): Promise<PersonSearch> {
    const query = this.query().where('owner_id', ownerId)
    const found = isUuid(id) ? await query.where('id', id).first() : null
    if (!found) throw new PersonSearchMissing()
    return found
  }
}
