import { EliminationLineSchema, EliminationSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { EliminationCarriedOut, EliminationMissing } from './errors.js'

/** A list of documents that is given to the archives for their visa (Code du patrimoine, L212-2). */
export default class Elimination extends TenantModel(EliminationSchema) {
  static table = 'ged.eliminations'

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: 'elimination', id: this.id }
  }

  /** The one of that id. @throws E_GED_ELIMINATION_MISSING */
  static async get(id: string): Promise<Elimination> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new EliminationMissing()
    return found
  }

  /**
   * The same, locked until the end of the transaction, while its visa is awaited.
   * @throws E_GED_ELIMINATION_MISSING, E_GED_ELIMINATION_DONE
   */
  static async hold(id: string): Promise<Elimination> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new EliminationMissing()
    if (found.carriedOutAt) throw new EliminationCarriedOut()
    return found
  }
}

/** A document of such a list, as it was told the day it was written. */
export class EliminationLine extends TenantModel(EliminationLineSchema) {
  static table = 'ged.elimination_lines'

  declare outcome: 'thrown' | 'kept' | null

  /** Those of a list, what ends first before. */
  static of(eliminationId: string): Promise<EliminationLine[]> {
    return this.query().where('elimination_id', eliminationId).orderBy('until').orderBy('id')
  }
}
