import { SavedSearchSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { SearchMissing } from '../errors.js'

/** What somebody searches often, under a name: hers, or of all who read a space. */
export default class SavedSearch extends TenantModel(SavedSearchSchema) {
  static table = 'ged.saved_searches'

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: 'search', id: this.id }
  }

  /** The one of that id. @throws E_GED_SEARCH_MISSING */
  static async get(id: string): Promise<SavedSearch> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new SearchMissing()
    return found
  }
}
