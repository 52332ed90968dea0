import { CommentSchema } from '#database/schema/ged'
import { pageOf } from '#lib/page_of'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { CommentMissing } from '../errors.js'

const SHOWN = 50

/** What somebody says of a document, beside it: never in its file nor in what is exported of it. */
export default class Comment extends TenantModel(CommentSchema) {
  static table = 'ged.comments'

  /** The one of that id, locked until the end of the transaction. @throws E_GED_COMMENT_MISSING */
  static async hold(id: string): Promise<Comment> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new CommentMissing()
    return found
  }

  /**
   * Those of a document, the last first, after the one of an identifier; `next`: the one after which
   * there is more, or null.
   */
  static async pageOf(
    nodeId: string,
    after: string | null
  ): Promise<{ comments: Comment[]; next: string | null }> {
    const query = this.query()
      .where('node_id', nodeId)
      .orderBy('id', 'desc')
      .limit(SHOWN + 1)
    if (after) query.where('id', '<', after)
    const { shown: comments, next } = pageOf(await query, SHOWN)
    return { comments, next }
  }
}
