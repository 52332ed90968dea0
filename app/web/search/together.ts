import { tsvectorOf, vocabularyOf } from '#lib/french/search/vector'
import { tenancy } from '#kernel/tenancy'
import { shelfOf } from './entries.js'
import type { Entry } from './indexed.js'
import { keepSpelling } from './spelling.js'
import { carriedWords, carryTogether } from './texts/carried.js'

/** A thing that was never indexed, and what is said of it. */
export interface NewEntry {
  id: string
  entry: Entry
}

/**
 * Writes the entries of new things of one kind in the transaction in context, with as many exchanges
 * as for one. None of them is public.
 */
export async function indexTogether(kind: string, things: NewEntry[]): Promise<void> {
  if (things.length === 0) return
  const [trx, tenantId] = [tenancy.trx(), tenancy.tenantId()]
  await carryTogether(kind, things)
  const shelf = shelfOf(tenantId)
  const rows = things.map(({ id, entry: { permission, words } }) => ({
    ...{ id, permission, words: tsvectorOf(words, shelf), vocabulary: vocabularyOf(words) },
  }))
  await trx.rawQuery(
    `insert into kernel.search_entries (tenant_id, kind, thing_id, permission, words, vocabulary,
       public_words, public_vocabulary)
     select ?::uuid, ?, new.id, permission,
       new.words::tsvector || ${carriedWords().replace('carried.thing_id = ?', 'carried.thing_id = new.id')},
       vocabulary, null, '{}'
     from jsonb_to_recordset(?::jsonb) as new(id uuid, permission text, words text, vocabulary text[])`,
    [tenantId, kind, tenantId, kind, JSON.stringify(rows)] as never
  )
  const spelled = things.filter(({ entry }) => entry.isSpelledByTexts).map(({ id }) => id)
  if (spelled.length > 0) await keepSpelling(kind, spelled)
}
