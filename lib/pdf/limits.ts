import { type PDF, PdfArray, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import { defineError } from '#lib/errors'

/** Far beyond any document of a collectivite, and little for a machine. */
const MOST = {
  signatures: 200,
  updates: 1_000,
  objects: 400_000,
  pages: 10_000,
  fields: 10_000,
  depth: 256,
}

export const PdfExcessive = defineError(
  'E_PDF_EXCESSIVE',
  'Ce PDF dépasse ce qui peut être lu ici (%s). Découpez-le, ou enregistrez-le de nouveau en PDF depuis son logiciel d’origine, puis recommencez.'
)

/**
 * Refuses a file by its bytes, before any parser goes over it: what is written thousands of times
 * is read thousands of times. Each count is one walk through the file.
 */
export function refuseExcess(bytes: Buffer): void {
  const most = (word: string, count: number, words: string) => {
    if (isThereMore(bytes, word, count)) throw new PdfExcessive(words)
  }
  most('/ByteRange', MOST.signatures, `plus de ${MOST.signatures} signatures`)
  most('startxref', MOST.updates, `plus de ${MOST.updates} mises à jour`)
  most(' obj', MOST.objects, `plus de ${MOST.objects} objets`)
  most('/FT/Sig', MOST.fields, `plus de ${MOST.fields} champs`)
  most('/FT /Sig', MOST.fields, `plus de ${MOST.fields} champs`)
  if (announcedPages(bytes) > MOST.pages) throw new PdfExcessive(`plus de ${MOST.pages} pages`)
  if (isDeeperThan(bytes, MOST.depth)) {
    throw new PdfExcessive(`plus de ${MOST.depth} niveaux emboîtés`)
  }
}

/** The same once it is open, for what hides in compressed objects. */
export function refuseLongLists(pdf: PDF): void {
  if (pdf.context.pages.getPageCount() > MOST.pages) {
    throw new PdfExcessive(`plus de ${MOST.pages} pages`)
  }
  const resolve = (value?: PdfObject) =>
    value instanceof PdfRef ? pdf.context.resolve(value) : value
  const listed = (of: PdfDict, key: string) => {
    const list = resolve(of.get(key))
    return list instanceof PdfArray ? list.toArray() : []
  }
  const form = resolve(pdf.context.catalog.getDict().get('AcroForm'))
  const waiting = form instanceof PdfDict ? listed(form, 'Fields') : []
  for (let count = 0; waiting.length > 0; count++) {
    if (count + waiting.length > MOST.fields) {
      throw new PdfExcessive(`plus de ${MOST.fields} champs`)
    }
    const field = resolve(waiting.pop())
    if (field instanceof PdfDict) for (const kid of listed(field, 'Kids')) waiting.push(kid)
  }
}

function isThereMore(bytes: Buffer, word: string, most: number): boolean {
  let count = 0
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
    count += 1
    if (count > most) return true
  }
  return false
}

/** The highest /Count of the file; an outline has one too, never that long. */
function announcedPages(bytes: Buffer): number {
  let highest = 0
  for (let at = bytes.indexOf('/Count'); at !== -1; at = bytes.indexOf('/Count', at + 6)) {
    const said = /^\s*(\d{1,9})/.exec(bytes.toString('latin1', at + 6, at + 20))
    highest = Math.max(highest, Number(said?.[1] ?? 0))
  }
  return highest
}

const [LESS, MORE, OPEN, CLOSE] = [...'<>[]'].map((sign) => sign.charCodeAt(0))
const SMALL_E = 'e'.charCodeAt(0)
const SMALL_S = 's'.charCodeAt(0)

/** Whether dictionaries and arrays stand in each other beyond a depth, outside of streams. */
function isDeeperThan(bytes: Buffer, levels: number): boolean {
  let depth = 0
  let streamsEnd = true
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at]
    if (sign === OPEN || (sign === LESS && bytes[at + 1] === LESS)) {
      depth += 1
      if (sign === LESS) at += 1
      if (depth > levels) return true
    } else if (sign === CLOSE || (sign === MORE && bytes[at + 1] === MORE)) {
      depth = Math.max(0, depth - 1)
      if (sign === MORE) at += 1
    } else if (sign === SMALL_E && isWord(bytes, at, 'endobj')) {
      depth = 0
    } else if (streamsEnd && sign === SMALL_S && isWord(bytes, at, 'stream')) {
      const end = bytes.indexOf('endstream', at + 6)
      // Looked for once: a word repeated to the end of the file must not be walked each time.
      if (end === -1) streamsEnd = false
      else at = end + 'endstream'.length - 1
    }
  }
  return false
}

function isWord(bytes: Buffer, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false
  }
  return true
}
