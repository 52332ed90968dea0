import { shelfOf, type Answers } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { askedTsquery } from '#lib/french/search/asked'
import { nodesIndexed } from './indexed.js'

interface Wanted {
  only: { sql: string; bindings: unknown[] } | null
  /** Words that none of them holds; a phrase is not looked at here. */
  excluded: string[][]
}

/** The documents of some lists that a search names by their fields alone, the last filed first. */
export async function withoutWords(
  lists: string[],
  { only, excluded }: Wanted,
  limit: number
): Promise<Answers> {
  const words = excluded.filter((one) => one.length === 1)
  if (!only && words.length === 0) return { total: 0, best: [] }
  const without = words.map(([word]) => tsqueryOfWord(word))
  const sql = `from ged.nodes node where node.tenant_id = ? and node.kind = 'document'
    and node.deleted_at is null and node.access_id = any(?::uuid[])
    ${only ? `and ${only.sql}` : ''}
    ${without.map(() => `and not exists (${HOLDS})`).join(' ')}`
  const bindings = [tenancy.tenantId(), lists, ...(only?.bindings ?? [])]
  bindings.push(...without.flatMap((query) => [nodesIndexed.kind, query]))
  const trx = tenancy.trx()
  const counted = await trx.rawQuery(`select count(*)::int as total ${sql}`, bindings as never)
  const found = await trx.rawQuery(`select node.id ${sql} order by node.id desc limit ?`, [
    ...bindings,
    limit,
  ] as never)
  const best = found.rows.map(({ id }: { id: string }) => ({ id, score: 0 }))
  return { total: counted.rows[0].total, best }
}

const HOLDS = `select from kernel.search_entries entry where entry.tenant_id = node.tenant_id
  and entry.kind = ? and entry.thing_id = node.id and entry.words @@ ?::tsquery`

const tsqueryOfWord = (word: string) =>
  askedTsquery(
    { terms: [word], phrases: [], excluded: [], isTooCommon: false },
    shelfOf(tenancy.tenantId())
  )
