import { gzipSync } from 'node:zlib'
import { tsvectorOfPages } from '#lib/french/search/vector'
import { defineError } from '#lib/errors'
import { textLayer } from '#lib/pdf/text_layer'
import { mailText, outlookText } from './formats/mail_text.js'
import { officeText } from './formats/office_text.js'
import { markupText, plainText } from './formats/plain_text.js'
import { PICTURES } from './readable.js'

export interface ReadText {
  /** What the index holds of it; null when the document has no text. */
  words: string | null
  /** Its pages as JSON, compressed. */
  pages: Buffer
}

interface Reading {
  bytes: Buffer
  /** What its words stand behind. */
  shelf: string
  /** One of `READABLE`. */
  mediaType: string
}

/** The text of a file, ready to be kept. */
export async function readText({ bytes, shelf, mediaType }: Reading): Promise<ReadText> {
  return keptText({ pages: await pagesOf(Buffer.from(bytes), mediaType), shelf })
}

/** Pages, ready to be kept. */
export const keptText = ({ pages, shelf }: { pages: string[]; shelf: string }): ReadText => ({
  words: tsvectorOfPages(pages, shelf) || null,
  pages: gzipSync(JSON.stringify(pages)),
})

const TextUnreadable = defineError(
  'E_TEXT_UNREADABLE',
  'Le texte de ce fichier ne se lit pas : il est abîmé, ou protégé par un mot de passe.'
)

/** What the libraries throw of a bad file is plain: another attempt would say the same. */
const bad = (error: Error) => {
  throw Object.assign(new TextUnreadable(), { cause: error })
}

async function pagesOf(bytes: Buffer, mediaType: string): Promise<string[]> {
  if (mediaType === 'application/pdf') return (await textLayer(bytes)).pages
  if (PICTURES.includes(mediaType)) return ['']
  if (mediaType === 'message/rfc822') return [await mailText(bytes).catch(bad)]
  if (mediaType === 'application/x-ole-storage') return [await outlookText(bytes).catch(bad)]
  if (mediaType === 'application/zip') return [await officeText(bytes).catch(bad)]
  if (mediaType === 'application/xml') return [markupText(plainText(bytes))]
  return [plainText(bytes)]
}
