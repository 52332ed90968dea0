import { clock } from '#kernel/clock'
import { onDeletedText } from '#kernel/documents/deleting'
import { documents, type OpenableDocument } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { ocrTools } from '#lib/ocr/ocr'
import { shelfOf } from '../entries.js'
import { sealPages } from './kept_pages.js'
import { readTextApart } from './read_text_apart.js'
import { type Recognised, recognise } from './recognise.js'

/** Nobody scans a decision of more; and it is held whole in memory. */
const MOST_BYTES = 60_000_000

const textHere = (sha256: string) =>
  tenancy.trx().from('kernel.document_texts').where({ tenant_id: tenancy.tenantId(), sha256 })

/**
 * Reads the text of a document, once for the same bytes, and writes again the entries of what
 * carries it. Killed anywhere, it begins again, and finds at its end what another has written.
 */
export const readDocument = defineJob<{ sha256: string }>({
  name: 'kernel.read_text_of_document',
  title: 'Lire le texte d’un document, pour la recherche',
  queue: 'heavy',
  attempts: 4,
  onGiveUp: ({ sha256 }, { tenantId }) => tenancy.run(tenantId, () => note(sha256, null)),
  handle: ({ sha256 }, { tenantId }) => readNow(tenantId, sha256),
})

/** Reads the text of a document here and now, whoever else was to do so; outside any transaction. */
export async function readNow(tenantId: string, sha256: string): Promise<void> {
  const document = await tenancy.run(tenantId, () => unread(sha256))
  if (!document) return
  const read = document.size > MOST_BYTES ? null : await tryToRead(document, shelfOf(tenantId))
  await tenancy.run(tenantId, () => note(sha256, read))
}

async function unread(sha256: string): Promise<OpenableDocument | null> {
  const waits = await textHere(sha256).whereNull('outcome').first()
  if (!waits) return null
  const { id } = await tenancy
    .trx()
    .from('kernel.documents')
    .where({ tenant_id: tenancy.tenantId(), sha256 })
    .firstOrFail()
  return (await documents.openable([id]))[0]
}

/** Null when the file itself is why: another attempt would say the same. */
async function tryToRead(document: OpenableDocument, shelf: string): Promise<Recognised | null> {
  const bytes = await document.read()
  const { mediaType, size } = document
  try {
    const read = await readTextApart({ bytes, shelf, mediaType }, { bytes: size })
    return await recognise(read, { bytes, mediaType, shelf })
  } catch (error) {
    const code = String((error as { code?: string }).code)
    if (/^E_(?:PDF_|TEXT_|FILE_TOO_)/.test(code)) return null
    throw error
  }
}

async function note(sha256: string, read: Recognised | null): Promise<void> {
  const waits = await textHere(sha256).whereNull('outcome').forUpdate().first()
  if (!waits) return
  await textHere(sha256).update({
    outcome: !read ? 'failed' : read.words ? 'found' : 'none',
    words: read?.words ?? null,
    ocr: read?.ocr ?? null,
    pages: read?.words ? await sealPages(sha256, Buffer.from(read.pages)) : null,
    read_at: clock.now().toJSDate(),
  })
  if (read?.words) await indexCarriers(sha256)
}

/** In one order, so that two texts of the same things are never each behind the other. */
async function indexCarriers(sha256: string): Promise<void> {
  const carriers = await tenancy
    .trx()
    .from('kernel.search_documents')
    .where({ tenant_id: tenancy.tenantId(), sha256 })
    .distinct('kind', 'thing_id')
    .orderBy(['kind', 'thing_id'])
  for (const { kind, thing_id: id } of carriers) await writeAgain(kind, id)
}

/** Writes the entry of a thing again, if it is still one. */
async function writeAgain(kind: string, id: string): Promise<void> {
  const indexed = allRooms().flatMap((room) => room.indexed ?? [])
  await indexed.find((one) => one.kind === kind)?.againById(id)
}

onDeletedText(writeAgain)

/** Has the pictures read that nothing here looked at when they came, now that something does. */
export async function readAgain(): Promise<void> {
  if (!(await ocrTools()).pictures) return
  const rows: { sha256: string }[] = await tenancy
    .trx()
    .from('kernel.document_texts')
    .where({ tenant_id: tenancy.tenantId(), ocr: 'absent' })
    .update({ outcome: null, ocr: null }, ['sha256'])
  for (const { sha256 } of rows) await readDocument.enqueue({ sha256 }, { priority: 9 })
}
