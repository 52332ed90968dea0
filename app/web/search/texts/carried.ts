import { tenancy } from '#kernel/tenancy'
import { readDocument } from './read_document.js'
import { READABLE } from './readable.js'

/** A document by whose text a thing is found. */
export interface CarriedDocument {
  id: string
  /** Everybody may find the thing by it too. */
  isPublic: boolean
  /** Any file that holds a text is read, and not only a PDF: what people keep, not what software sends. */
  isReadWhateverItIs?: boolean
}

/** Of one thing: more would not fit in its entry (PostgreSQL: one megabyte of words). */
const MOST_DOCUMENTS = 5
/** Whoever sent it waits for other work on it first, which takes the same threads. */
const READ_AFTER_SECONDS = 20

/**
 * Notes in one exchange by which documents a thing is found, and has those read whose text is not
 * known yet: in the order of their digests, so that two who carry the same are never each behind the
 * other. A text that is known is not inserted to find it there: whoever writes what was read of it
 * has it until the end of his transaction, and may carry in it what we have.
 */
export async function carry(kind: string, thingId: string, documents: CarriedDocument[]) {
  const { trx, tenantId } = tenancy.current()!
  const kept = documents.slice(0, MOST_DOCUMENTS)
  if (kept.length === 0) return forgetCarried(kind, thingId)
  const ids = kept.map(({ id }) => id)
  const whole = kept.filter(({ isReadWhateverItIs }) => isReadWhateverItIs).map(({ id }) => id)
  const open = kept.filter(({ isPublic }) => isPublic).map(({ id }) => id)
  const { rows } = await trx.rawQuery(
    `with dropped as (
       delete from kernel.search_documents
       where tenant_id = ? and kind = ? and thing_id = ? and document_id <> all(?::uuid[])),
     carried as (
       insert into kernel.search_documents
         (tenant_id, kind, thing_id, document_id, sha256, is_public)
       select tenant_id, ?, ?::uuid, id, sha256, id = any(?::uuid[])
       from kernel.documents join kernel.blobs using (tenant_id, sha256)
       where tenant_id = ? and id = any(?::uuid[])
         and (media_type = 'application/pdf' or id = any(?::uuid[]) and media_type = any(?))
       order by id
       on conflict (tenant_id, kind, thing_id, document_id)
         do update set is_public = excluded.is_public returning tenant_id, sha256)
     ${UNKNOWN_TEXTS}`,
    [...[tenantId, kind, thingId, ids], kind, thingId, open, tenantId, ids, whole, READABLE] as any
  )
  await haveRead(rows)
}

async function forgetCarried(kind: string, thingId: string): Promise<void> {
  const { trx, tenantId } = tenancy.current()!
  await trx
    .from('kernel.search_documents')
    .where({ tenant_id: tenantId, kind, thing_id: thingId })
    .delete()
}

/** The same of many things of one kind that carried nothing yet, and of which nothing is public. */
export async function carryTogether(
  kind: string,
  things: { id: string; entry: { documents?: CarriedDocument[] } }[]
): Promise<void> {
  const { trx, tenantId } = tenancy.current()!
  const carried = things.flatMap(({ id, entry }) =>
    (entry.documents ?? []).slice(0, MOST_DOCUMENTS).map((one) => ({
      ...{ thing: id, document: one.id, whole: one.isReadWhateverItIs === true },
    }))
  )
  const { rows } = await trx.rawQuery(
    `with carried as (
       insert into kernel.search_documents
         (tenant_id, kind, thing_id, document_id, sha256, is_public)
       select tenant_id, ?, thing, id, sha256, false
       from jsonb_to_recordset(?::jsonb) as new(thing uuid, document uuid, whole boolean)
         join kernel.documents on tenant_id = ? and id = document
         join kernel.blobs using (tenant_id, sha256)
       where media_type = 'application/pdf' or whole and media_type = any(?)
       on conflict do nothing returning tenant_id, sha256)
     ${UNKNOWN_TEXTS}`,
    [kind, JSON.stringify(carried), tenantId, READABLE] as any
  )
  await haveRead(rows)
}

/** Of the documents that are carried, the texts that nobody read yet, inserted in one order. */
const UNKNOWN_TEXTS = `insert into kernel.document_texts (tenant_id, sha256)
     select distinct tenant_id, sha256 from carried where not exists (
       select from kernel.document_texts known
       where known.tenant_id = carried.tenant_id and known.sha256 = carried.sha256)
     order by sha256
     on conflict do nothing returning sha256`

async function haveRead(texts: { sha256: string }[]): Promise<void> {
  for (const { sha256 } of texts)
    await readDocument.enqueue({ sha256 }, { priority: 9, delay: READ_AFTER_SECONDS })
}

/** The words of the documents that a thing carries, as SQL on the parameters tenant, kind, thing. */
export const carriedWords = (more = '') => `
  coalesce((select kernel.all_words(text.words) from kernel.search_documents as carried
    join kernel.document_texts as text using (tenant_id, sha256)
    where carried.tenant_id = ? and carried.kind = ? and carried.thing_id = ? ${more}), '')`
