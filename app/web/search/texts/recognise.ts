import { gunzipSync } from 'node:zlib'
import { ocrTools, wordsOfPage, wordsOfPicture } from '#lib/ocr/ocr'
import type { ReadText } from './read_text.js'
import { keptTextApart } from './read_text_apart.js'
import { PICTURES } from './readable.js'

/** A text, and whether words of it come from a picture: « absent » when nothing here looks at them. */
export interface Recognised extends ReadText {
  ocr: 'read' | 'absent' | null
}

interface Source {
  bytes: Buffer
  mediaType: string
  shelf: string
}

/** Of one document: a page takes some ten seconds, and others wait for theirs. */
const MOST_PAGES = 30

/**
 * Completes the text of a file by what is written on its pictures: an image, or the pages of a PDF
 * that hold no text. The file is never changed: what is recognised is kept beside it.
 */
export async function recognise(read: ReadText, source: Source): Promise<Recognised> {
  const pages: string[] = JSON.parse(gunzipSync(read.pages).toString())
  const blank = [...pages.keys()].filter((rank) => pages[rank] === '').slice(0, MOST_PAGES)
  const isPicture = PICTURES.includes(source.mediaType)
  if (blank.length === 0 || !(isPicture || source.mediaType === 'application/pdf')) {
    return { ...read, ocr: null }
  }
  const tools = await ocrTools()
  if (!(isPicture ? tools.pictures : tools.pages)) return { ...read, ocr: 'absent' }
  const isRead = await fill(pages, blank, source)
  if (!isRead) return { ...read, ocr: null }
  return { ...(await keptTextApart({ pages, shelf: source.shelf })), ocr: 'read' }
}

/** Whether something was written on one of the pages. */
async function fill(pages: string[], blank: number[], { bytes, mediaType }: Source) {
  let isRead = false
  for (const rank of blank) {
    const words = PICTURES.includes(mediaType)
      ? await wordsOfPicture(bytes)
      : await wordsOfPage(bytes, rank + 1)
    if (!words) continue
    pages[rank] = words
    isRead = true
  }
  return isRead
}
