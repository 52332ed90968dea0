import string from '@adonisjs/core/helpers/string'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked, type Piece } from '#lib/french/search/mark'
import { tsqueryOf } from '#lib/french/search/query'
import { tenancy } from '#kernel/tenancy'
import { shelfOf, type Scope } from './entries.js'
import { openPages } from './texts/kept_pages.js'

/** Why a thing was found, when neither its title nor what is said beside it shows it. */
export interface Why {
  /** « Dans « plan.pdf », page 2 », « Circuit » */
  where: string
  pieces: Piece[]
}

/** A thing found, as it is shown, and what else it was found by. */
export interface Shown {
  id: string
  /** What is shown anyway. */
  said: string[]
  /** By their labels, as they are written. */
  fields?: Record<string, string | null | undefined>
}

const isMarked = (text: string, term: string) => marked(text, [term]).some((piece) => piece.marked)

/**
 * Why each thing of a page of results was found: the field, or the document and its page, that holds
 * a word which is not shown. Nothing for those that show every word. `things` are those that the
 * person reads: nothing here asks again whether she may.
 */
export async function whyFound(
  scope: Scope,
  things: Shown[],
  terms: string[]
): Promise<Map<string, Why>> {
  const whys = new Map<string, Why>()
  const inDocuments: Shown[] = []
  for (const thing of things) {
    const unsaid = terms.filter((term) => !thing.said.some((text) => isMarked(text, term)))
    if (unsaid.length === 0) continue
    const field = Object.entries(thing.fields ?? {}).find(
      ([, text]) => text && unsaid.some((term) => isMarked(text, term))
    )
    if (!field) inDocuments.push(thing)
    else whys.set(thing.id, { where: field[0], pieces: excerptOf([field[1]!], unsaid)!.pieces })
  }
  for (const [id, why] of await inTexts(scope, inDocuments, terms)) whys.set(id, why)
  return whys
}

async function inTexts(scope: Scope, things: Shown[], terms: string[]): Promise<Map<string, Why>> {
  const whys = new Map<string, Why>()
  if (things.length === 0) return whys
  const any = terms.map((term) => tsqueryOf([term], shelfOf(tenancy.tenantId()))).join(' | ')
  const { rows } = await tenancy.trx().rawQuery(
    `select thing_id, name, carried.sha256, pages from kernel.search_documents as carried
     join kernel.document_texts as text on text.tenant_id = carried.tenant_id
       and text.sha256 = carried.sha256
     join kernel.documents as document on document.tenant_id = carried.tenant_id
       and document.id = carried.document_id
     where carried.tenant_id = ? and kind = ? and thing_id = any(?::uuid[]) and words @@ ?::tsquery
       ${scope.isPublic ? 'and is_public' : ''} order by thing_id, document.id`,
    [tenancy.tenantId(), scope.kind, things.map(({ id }) => id), any] as any
  )
  for (const { thing_id: id, name, sha256, pages } of rows) {
    if (whys.has(id)) continue
    const excerpt = excerptOf(await openPages(sha256, pages), terms)
    // The name of a file may say what its public form does not
    const where = `Dans ${scope.isPublic ? 'le document' : `« ${name} »`}, page ${excerpt?.page}`
    if (excerpt) whys.set(id, { where, pieces: excerpt.pieces })
  }
  return whys
}

/** Pieces of text as HTML, escaped, those that answer between marks. */
export const markedHtml = (pieces: Piece[]): string =>
  pieces
    .map(({ text, marked: isWhy }) => ({ text: string.escapeHTML(text), isWhy }))
    .map(({ text, isWhy }) => (isWhy ? `<mark>${text}</mark>` : text))
    .join('')
