import { entryOf, type EntryRow } from '#lib/proof/entry_row'
import type { JournalEntry } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import type { Question } from '#lib/one_exchange'

interface Asked {
  limit: number
  before?: number
}

/** The last of each service by its own index, then the last of all: one question for everything. */
const LAST_ENTRIES = `
  select entries.*, users.full_name as actor_name
  from unnest(:rooms::text[]) as room(name)
  cross join lateral (
    select * from kernel.journal_entries
    where tenant_id = :tenant and capability = room.name and type = any(:types::text[])
      and position < :before
    order by position desc limit :limit
  ) entries
  left join kernel.users on users.id = case when actor_kind = 'person' then actor_id::uuid end
  order by position desc limit :limit`

type Row = EntryRow & { actor_name: string | null }

/** Asks for the entries of some types, newest first; `entriesFrom` reads its rows. */
export const entriesQuery = (
  told: { capability: string; types: string[] }[],
  { limit, before = Number.MAX_SAFE_INTEGER }: Asked
): Question & PromiseLike<{ rows: Row[] }> =>
  tenancy.trx().rawQuery(LAST_ENTRIES, {
    rooms: told.map(({ capability }) => capability),
    types: told.flatMap(({ types }) => types),
    tenant: tenancy.tenantId(),
    before,
    limit: limit + 1,
  })

interface Entries {
  entries: JournalEntry[]
  /** Of the persons, by position. */
  names: Map<number, string>
  more: boolean
}

export function entriesFrom(rows: Row[], limit: number): Entries {
  const kept = rows.slice(0, limit)
  return {
    entries: kept.map(entryOf),
    names: new Map(
      kept.flatMap((row) => (row.actor_name ? [[Number(row.position), row.actor_name]] : []))
    ),
    more: rows.length > limit,
  }
}
