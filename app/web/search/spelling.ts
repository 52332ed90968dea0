import { tenancy } from '#kernel/tenancy'
import { SHELF_SIGNS } from './entries.js'

/**
 * Keeps the words of the entries of some things, those of their texts included: a word that is looked
 * for opens on those that begin like it (`kernel.search_opened`, whose answers are whole only if all
 * of them are here), and a misspelt one is righted by them. Numbers are none, and a letter is no word.
 */
export async function keepSpelling(kind: string, thingIds: string[]): Promise<void> {
  await tenancy.trx().rawQuery(
    `insert into kernel.search_words (tenant_id, kind, permission, word)
     select distinct tenant_id, kind, permission, word from kernel.search_entries,
       lateral (select substr(lexeme, ?) as word from unnest(words)) as held
     where tenant_id = ? and kind = ? and thing_id = any(?::uuid[])
       and length(word) > 1 and word !~ '^[0-9]' order by word
     on conflict do nothing`,
    [SHELF_SIGNS + 1, tenancy.tenantId(), kind, thingIds] as any
  )
}

/** Puts the entries of some things behind another permission, without reading the things again. */
export async function moveEntries(
  kind: string,
  thingIds: string[],
  permission: string
): Promise<void> {
  await tenancy
    .trx()
    .from('kernel.search_entries')
    .where({ tenant_id: tenancy.tenantId(), kind })
    .whereIn('thing_id', thingIds)
    .update({ permission })
  await keepSpelling(kind, thingIds)
}
