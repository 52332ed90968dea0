import { tenancy } from '#kernel/tenancy'
import Comment from '../comments/comment.js'
import { foldedSql } from './folded_sql.js'
import type { PersonReach } from './person_reach.js'
import { isSaidBy, lookedForIn, type PersonForm } from '../rules/person_forms.js'

/** No index: a member has few. */
const FOLDED = foldedSql('comments.body')

/** What comments say of a person: their texts, and how they name her. */
export interface SaidOfPerson {
  bodies: string[]
  labels: string[]
}

/**
 * The documents below some lists of rights of which a comment may name a person, after the one of an
 * identifier: more than those that do, and none less.
 */
export async function maybeCommented(
  forms: PersonForm[],
  { lists, restores }: PersonReach,
  { after, limit }: { after: string | null; limit: number }
): Promise<string[]> {
  if (forms.length === 0) return []
  const words = forms.map((form) => lookedForIn(form))
  const asked = words.map((some) => `(${some.map(() => `${FOLDED} like ?`).join(' and ')})`)
  const rows = tenancy
    .trx()
    .from('ged.comments')
    .joinRaw(
      'join ged.nodes on nodes.tenant_id = comments.tenant_id and nodes.id = comments.node_id'
    )
    .where('comments.tenant_id', tenancy.tenantId())
    .whereIn('nodes.access_id', lists)
    .where((one) => void one.whereNull('nodes.deleted_at').orWhereIn('nodes.access_id', restores))
    .whereNotNull('comments.body')
    .whereRaw(
      `(${asked.join(' or ')})`,
      words.flat().map((word) => `%${word}%`)
    )
    .distinct('comments.node_id')
    .orderBy('comments.node_id')
    .limit(limit)
  const found = await (after ? rows.where('comments.node_id', '>', after) : rows)
  return found.map(({ node_id: id }) => id as string)
}

/** What the comments of some documents say of a person, by the document. */
export async function saidOfPerson(
  forms: PersonForm[],
  nodeIds: string[]
): Promise<Map<string, SaidOfPerson>> {
  const said = new Map<string, SaidOfPerson>()
  if (nodeIds.length === 0) return said
  const comments = await Comment.query().whereIn('node_id', nodeIds).whereNotNull('body')
  for (const { nodeId, body } of comments) {
    const naming = forms.filter((form) => isSaidBy(body!, form)).map(({ label }) => label)
    if (naming.length === 0) continue
    const { bodies, labels } = said.get(nodeId) ?? { bodies: [], labels: [] }
    const all = new Set([...labels, ...naming])
    said.set(nodeId, { bodies: [...bodies, body!], labels: [...all] })
  }
  return said
}
