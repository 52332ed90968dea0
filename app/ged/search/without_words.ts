import { MOST_COUNTED, shelfOf, type Source } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { askedTsquery } from '#lib/french/search/asked'
import { nodesIndexed } from './indexed.js'

interface Wanted {
  only: Source | null
  /** Words that none of them holds; a phrase is not looked at here. */
  excluded: string[][]
  limit: number
}

/** The documents of some lists that a search names by their fields alone, the last filed first. */
export function withoutWords(
  lists: string[],
  { only, excluded, limit }: Wanted
): Source | undefined {
  const words = excluded.filter((one) => one.length === 1)
  if (!only && words.length === 0) return undefined
  const without = words.map(([word]) => tsqueryOfWord(word))
  const sql = `
    select id, 0::float8 as score, count(*) over ()::int as total from (
      select node.id from ged.nodes node where node.tenant_id = ? and node.kind = 'document'
      and node.deleted_at is null and node.access_id = any(?::uuid[])
      ${only ? `and ${only.sql}` : ''}
      ${without.map(() => `and not exists (${HOLDS})`).join(' ')}
      order by node.id desc limit ${MOST_COUNTED}) as newest
    order by id desc limit ?`
  const bindings = [tenancy.tenantId(), lists, ...(only?.bindings ?? [])]
  bindings.push(...without.flatMap((query) => [nodesIndexed.kind, query]))
  return { sql, bindings: [...bindings, limit] }
}

const HOLDS = `select from kernel.search_entries entry where entry.tenant_id = node.tenant_id
  and entry.kind = ? and entry.thing_id = node.id and entry.words @@ ?::tsquery`

const tsqueryOfWord = (word: string) =>
  askedTsquery(
    { terms: [word], phrases: [], excluded: [], isTooCommon: false },
    shelfOf(tenancy.tenantId())
  )
