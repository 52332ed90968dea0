import { tenancy } from '#kernel/tenancy'
import { keptTexts } from '#web/search'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import { isSaidBy, lookedForIn, type PersonForm } from '../rules/person_forms.js'
import type { PersonReach } from './person_reach.js'
import { foldedSql } from './folded_sql.js'

/** What the index of the search does not hold of a document: its versions before the last, or the trash. */
export interface LeftOfPerson {
  /** How it names her. */
  labels: string[]
  /** The versions before the last that name her, the newest first. */
  versions: Version[]
}

const FOLDED = foldedSql(`concat_ws(' ', node.title, node.name, node.fields::text)`)

/**
 * The documents in the trash, or of which a version before the last, may name a person, after the
 * one of an identifier: more than those that do. Few are in either: what is kept of them is read
 * without an index.
 */
export async function maybeLeft(
  forms: PersonForm[],
  query: string,
  { lists, restores }: PersonReach,
  { after, limit }: { after: string | null; limit: number }
): Promise<string[]> {
  const words = forms.map((form) => lookedForIn(form))
  const titled = words.map((some) => `(${some.map(() => `${FOLDED} like ?`).join(' and ')})`)
  const { rows } = await tenancy.trx().rawQuery(
    `select node.id from ged.nodes as node
     where node.tenant_id = ? and node.kind = 'document' and (?::uuid is null or node.id > ?::uuid)
       and (node.deleted_at is null and node.access_id = any(?::uuid[])
         and exists (select from ged.versions as version
           join ged.versions as newer on newer.tenant_id = version.tenant_id
             and newer.node_id = version.node_id
             and (newer.major, newer.minor) > (version.major, version.minor)
           join kernel.document_texts as text
             on text.tenant_id = version.tenant_id and text.sha256 = version.digest
           where version.tenant_id = node.tenant_id and version.node_id = node.id
             and text.words @@ ?::tsquery)
       or node.deleted_at is not null and node.access_id = any(?::uuid[])
         and (${titled.join(' or ')} or exists (select from ged.versions as version
           join kernel.document_texts as text
             on text.tenant_id = version.tenant_id and text.sha256 = version.digest
           where version.tenant_id = node.tenant_id and version.node_id = node.id
             and text.words @@ ?::tsquery)))
     order by node.id limit ?`,
    [
      ...[tenancy.tenantId(), after, after, lists, query, restores],
      ...words.flat().map((word) => `%${word}%`),
      ...[query, limit],
    ] as never
  )
  return rows.map(({ id }: { id: string }) => id)
}

/** How some documents name a person there, by the document; nothing of those that do not. */
export async function leftOfPerson(
  forms: PersonForm[],
  nodes: Node[]
): Promise<Map<string, LeftOfPerson>> {
  const found = new Map<string, LeftOfPerson>()
  if (nodes.length === 0) return found
  const all = await Version.query()
    .whereIn(
      'node_id',
      nodes.map(({ id }) => id)
    )
    .orderBy('major', 'desc')
    .orderBy('minor', 'desc')
  const texts = await keptTexts([...new Set(all.map(({ digest }) => digest))])
  const naming = (text: string) => forms.filter((form) => isSaidBy(text, form))
  for (const node of nodes) {
    const [last, ...older] = all.filter(({ nodeId }) => nodeId === node.id)
    const textOf = ({ digest }: Version) => (texts.get(digest) ?? []).join(' ')
    const versions = older.filter((version) => naming(textOf(version)).length > 0)
    const labels = versions.flatMap((version) =>
      naming(textOf(version)).map(({ label }) => `${label}, dans la version ${version.label}`)
    )
    if (node.deletedAt) {
      const said = [node.title, node.name, ...Object.values(node.fields), textOf(last)].join(' \n ')
      labels.unshift(...naming(said).map(({ label }) => `${label}, à la corbeille`))
    }
    if (labels.length > 0) found.set(node.id, { labels: [...new Set(labels)], versions })
  }
  return found
}
