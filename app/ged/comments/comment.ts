import { CommentSchema } from '#database/schema/ged'
import { pageOf } from '#lib/page_of'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { CommentMissing } from '../errors.js'
import type { NoteArea } from '../rules/note_place.js'

const SHOWN = 50
/** To one comment: beyond, it is a meeting. */
export const MOST_ANSWERS = 100

/** What somebody says of a document, beside it: never in its file nor in what is exported of it. */
export default class Comment extends TenantModel(CommentSchema) {
  static table = 'ged.comments'

  declare area: NoteArea | null

  /** The one of that id, locked until the end of the transaction. @throws E_GED_COMMENT_MISSING */
  static async hold(id: string): Promise<Comment> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new CommentMissing()
    return found
  }

  /**
   * Those of a document, the last first, after the one of an identifier; `next`: the one after which
   * there is more, or null. `beginning`: those alone that answer no other.
   */
  static async pageOf(
    nodeId: string,
    after: string | null,
    { beginning = false } = {}
  ): Promise<{ comments: Comment[]; next: string | null }> {
    const query = this.query()
      .where('node_id', nodeId)
      .orderBy('id', 'desc')
      .limit(SHOWN + 1)
    if (after) query.where('id', '<', after)
    if (beginning) query.whereNull('answers_id')
    const { shown: comments, next } = pageOf(await query, SHOWN)
    return { comments, next }
  }

  /** What answers some comments, the first first: a conversation is read downwards. */
  static async answersTo(ids: string[]): Promise<Comment[]> {
    return ids.length === 0 ? [] : this.query().whereIn('answers_id', ids).orderBy('id')
  }

  /** The rank of each note among those that were ever laid on a document, from 1: it never changes. */
  static async numbersOf(nodeId: string, ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map()
    const { rows } = await tenancy.trx().rawQuery(
      `select id, rank from (select id, row_number() over (order by id)::int as rank
         from ged.comments where tenant_id = :tenant and node_id = :nodeId and page is not null) note
       where id = any(:ids::uuid[])`,
      { tenant: tenancy.tenantId(), nodeId, ids } as never
    )
    return new Map(rows.map(({ id, rank }: { id: string; rank: number }) => [id, rank]))
  }
}
