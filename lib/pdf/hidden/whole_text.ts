import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../page.js'
import type { Surroundings } from './canvas.js'
import { openDrawings, pdfjs } from './drawings.js'
import { notesOf, type FileNotes } from './file_notes.js'
import { judgeGlyphs } from './judge_glyphs.js'
import { OPERATORS } from './operators.js'
import { notesOn } from './page_notes.js'
import { wordsOf, type ReadWord } from './page_words.js'
import { PageWalk } from './page_walk.js'
import type { FontShape } from './text_run.js'

export interface ReadPage {
  page: number
  words: ReadWord[]
  /** What an image shows, nobody here can tell. */
  hasImage: boolean
  /** What annotations and fields say. */
  notes: string[]
}

export interface WholeText extends FileNotes {
  pages: ReadPage[]
  /** Pages, from 1, that could not be followed to their end. */
  unread: number[]
}

const MOST_PAGES = 300
const MOST_OPERATIONS = 150_000
const UNKNOWN_FONT: FontShape = { scale: 0.001, isVertical: false }

/**
 * All the words that can be taken out of a PDF, and which of them are not read on its pages: under a
 * shape, an image or an annotation, in the colour of the page, off the page, marked and not redacted.
 * Null when the file cannot be opened.
 */
export async function wholeText(bytes: Buffer): Promise<WholeText | null> {
  const document = await openDrawings(bytes)
  if (!document) return null
  const [pages, unread] = [[] as ReadPage[], [] as number[]]
  try {
    for (let page = 1; page <= document.numPages; page++) {
      const read = page <= MOST_PAGES ? await readPage(document, page).catch(() => null) : null
      if (read) pages.push(read)
      else unread.push(page)
    }
    return { pages, unread, ...(await notesOf(document)) }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number)
  const walk = await walked(document, page)
  const { pending, undrawn, words: notes } = await notesOn(page)
  for (const box of undrawn) walk.maybeCover(box)
  const { marks } = walk
  const words = wordsOf(judgeGlyphs(marks, pending))
  page.cleanup()
  const hasImage = marks.some((mark) => mark.kind === 'cover' && mark.isImage)
  return { page: number, words, hasImage, notes }
}

const walked = (document: PDFDocumentProxy, page: PDFPageProxy) =>
  walkedBy(document, page, (around) => new PageWalk(around))

/** Follows a page to its end with a walk of one's own. Throws RangeError when it has too much. */
export async function walkedBy<Walk extends PageWalk>(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  begin: (around: Surroundings) => Walk
): Promise<Walk> {
  const { OPS } = await pdfjs()
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]))
  const nameOf = (code: number) => names.get(code) ?? ''
  const layers = await document.getOptionalContentConfig()
  const { fnArray, argsArray } = await page.getOperatorList()
  if (fnArray.length > MOST_OPERATIONS) throw new RangeError('too many operations')
  const walk = begin({
    view: page.view as Box,
    fontOf: (name) => fontOf(page, name),
    isLayerOn: (group) => layers.isVisible(group),
  })
  for (const [at, code] of fnArray.entries())
    OPERATORS[nameOf(code)]?.(walk, argsArray[at] ?? [], nameOf)
  return walk
}

function fontOf({ commonObjs }: PDFPageProxy, name: string): FontShape {
  const font = commonObjs.has(name) ? commonObjs.get(name) : null
  if (!font) return UNKNOWN_FONT
  return { scale: Math.abs(font.fontMatrix?.[0] ?? 0.001), isVertical: Boolean(font.vertical) }
}
