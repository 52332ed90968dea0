import { PersonMergeSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { MergeMissing } from '#app/outsiders/errors'
import { isUuid } from '#lib/values'
import type { Ids } from './moved_rows.js'

/** That two records are one person's: behind the wall of the one that answers for both. */
export default class PersonMerge extends WalledModel(PersonMergeSchema) {
  static table = 'kernel.person_merges'
  static connection = 'app'

  declare moved: Ids

  /** The one of that id that holds, of the person in context, locked. @throws E_MERGE_MISSING */
  static async hold(id: string): Promise<PersonMerge> {
    const query = PersonMerge.query(walled()).whereNull('partedAt').forUpdate()
    const merge = isUuid(id) ? await query.where('id', id).first() : null
    if (!merge) throw new MergeMissing()
    return merge
  }
}

/** Those of the person in context that hold, the newest first. */
export const mergesOf = (keptId: string): Promise<PersonMerge[]> =>
  PersonMerge.query(walled()).where({ keptId }).whereNull('partedAt').orderBy('mergedAt', 'desc')
