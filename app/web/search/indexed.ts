import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { tsvectorOf, vocabularyOf, type WeighedText } from '#lib/french/search/vector'
import { tenancy } from '#kernel/tenancy'
import { shelfOf } from './entries.js'
import { keepSpelling } from './spelling.js'
import { carriedWords, carry, type CarriedDocument } from './texts/carried.js'

/** What a room says of one thing for people to find it; no word is shown from here. */
export interface Entry {
  permission: string
  /** A its names and numbers, B its people, C and D the rest. */
  words: WeighedText
  /** What everybody may find it by; null when the thing is not public. */
  publicWords: WeighedText | null
  /** The documents by whose text it is found too. */
  documents?: CarriedDocument[]
  /** A misspelt word is righted by the words of those texts too: see `keepSpelling`. */
  isSpelledByTexts?: boolean
}

/** Things of a room that are found by their words. */
export interface Indexed {
  /** « room.thing » */
  kind: string
  /**
   * Writes the entries of the next things after an identifier, in the tenant in context: of those
   * that have none, or of all. How many, and the last identifier, null at the end.
   */
  rebuild(from: { after: string | null; all: boolean; most: number }): Promise<Rebuilt>
  /** Writes the entry of one thing again; nothing when it is no longer there. */
  againById(id: string): Promise<void>
}

export interface Rebuilt {
  /** Entries written: what is never found has none. */
  done: number
  after: string | null
}

type RowOf<M extends LucidModel> = InstanceType<M> & { id: string }

export interface IndexedModel<Row> extends Indexed {
  /** Whether it may be found. */
  again(row: Row): Promise<boolean>
  /** Also writes an entry again when a row of another model, a part of the thing, is written. */
  with<Part extends LucidModel>(part: Part, ownerOf: (row: InstanceType<Part>) => string): this
}

/**
 * Declares how the rows of a model are found, once, beside its room. Each `save()` and `delete()`
 * of a row then keeps its entry, in the same transaction; a query that updates rows without their
 * models must call `again`. `describe` answers null for what is never found.
 */
export function defineIndexed<M extends LucidModel>(
  kind: string,
  model: M,
  describe: (row: RowOf<M>) => Promise<Entry | null> | Entry | null
): IndexedModel<RowOf<M>> {
  const again = async (row: RowOf<M>) => {
    const entry = await describe(row)
    await write(kind, row.id, entry)
    return entry !== null
  }
  const againById = async (id: string) => {
    const row = await model.query().where('id', id).first()
    if (row) await again(row as RowOf<M>)
  }
  model.boot()
  model.after('save', async (row: LucidRow) => void (await again(row as RowOf<M>)))
  model.after('delete', (row: LucidRow) => write(kind, (row as RowOf<M>).id, null))
  return {
    kind,
    again,
    againById,
    with(part, ownerOf) {
      part.boot()
      for (const event of ['save', 'delete'] as const) {
        part.after(event, (row: LucidRow) => againById(ownerOf(row as never)))
      }
      return this
    },
    async rebuild({ after, all, most }) {
      const query = model.query({ client: tenancy.trx() }).orderBy('id').limit(most)
      if (after) query.where('id', '>', after)
      if (!all) query.whereRaw(`not exists (${entryOf(model.table)})`, [kind])
      const rows = (await query) as RowOf<M>[]
      let done = 0
      for (const row of rows) if (await again(row)) done++
      return { done, after: rows.length === most ? rows.at(-1)!.id : null }
    },
  }
}

const entryOf = (table: string) => `
  select 1 from kernel.search_entries as entry
  where entry.tenant_id = ${table}.tenant_id and kind = ? and thing_id = ${table}.id`

/** Writes the entry of a thing in the transaction in context, or forgets it. */
async function write(kind: string, id: string, entry: Entry | null): Promise<void> {
  const { trx, tenantId } = tenancy.current()!
  if (!entry) {
    await carry(kind, id, [])
    await trx
      .from('kernel.search_entries')
      .where({ tenant_id: tenantId, kind, thing_id: id })
      .delete()
    return
  }
  const { permission, words, publicWords, documents, isSpelledByTexts } = entry
  if (documents) await carry(kind, id, documents)
  const shelf = shelfOf(tenantId)
  const thing = [tenantId, kind, id]
  await trx.rawQuery(
    `insert into kernel.search_entries (tenant_id, kind, thing_id, permission, words, vocabulary,
       public_words, public_vocabulary)
     values (?, ?, ?, ?, ?::tsvector || ${carriedWords()}, ?::text[],
       ?::tsvector || ${carriedWords('and carried.is_public')}, ?::text[])
     on conflict (tenant_id, kind, thing_id) do update set permission = excluded.permission,
       words = excluded.words, vocabulary = excluded.vocabulary,
       public_words = excluded.public_words, public_vocabulary = excluded.public_vocabulary`,
    [
      ...[...thing, permission, tsvectorOf(words, shelf), ...thing, vocabularyOf(words)],
      // Null binds as null: no public words
      ...[publicWords && tsvectorOf(publicWords, shelf), ...thing],
      vocabularyOf(publicWords ?? {}),
    ] as any
  )
  if (isSpelledByTexts) await keepSpelling(kind, [id])
}
