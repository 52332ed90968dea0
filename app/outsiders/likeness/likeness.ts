import { LikenessSchema } from '#database/schema/kernel'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { LikenessMissing } from '#app/outsiders/errors'

const PAGE = 50
const OPEN = ['waiting', 'proposed']

/** That two records may be one person's, until agents of a member say whether they are. */
export default class Likeness extends TenantModel(LikenessSchema) {
  static table = 'kernel.likenesses'

  declare state: 'waiting' | 'proposed' | 'joined' | 'apart'

  get ref() {
    return { capability: 'outsiders', type: 'likeness', id: this.id }
  }

  /** One that still waits. @throws E_LIKENESS_MISSING */
  static async get(id: string): Promise<Likeness> {
    const query = Likeness.query().whereIn('state', OPEN)
    const found = isUuid(id) ? await query.where('id', id).first() : null
    if (!found) throw new LikenessMissing()
    return found
  }

  /** The same, locked until the end of the transaction. @throws E_LIKENESS_MISSING */
  static async hold(id: string): Promise<Likeness> {
    const query = Likeness.query().whereIn('state', OPEN).forUpdate()
    const found = isUuid(id) ? await query.where('id', id).first() : null
    if (!found) throw new LikenessMissing()
    return found
  }
}

/** A page of those that wait here, the oldest first, and where the next one begins. */
export async function waitingLikenesses(after: string | null) {
  const query = Likeness.query()
    .whereIn('state', OPEN)
    .orderBy('id')
    .limit(PAGE + 1)
  const rows = await (after ? query.where('id', '>', after) : query)
  const shown = rows.slice(0, PAGE)
  return { shown, next: rows.length > PAGE ? shown.at(-1)!.id : null }
}

/** How many wait here: no more than a page is counted. */
export async function countLikenesses(): Promise<{ count: number; isMore: boolean }> {
  const { shown, next } = await waitingLikenesses(null)
  return { count: shown.length, isMore: next !== null }
}
