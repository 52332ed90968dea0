import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PDF } from '@libpdf/core'
import { RedactionFindsNothing, RedactionInexact, RedactionRefused } from './errors.js'
import { catalogOf, loadPdf, resolved } from '../document.js'
import { openDrawings } from '../hidden/drawings.js'
import { inherited, pageAt, rotationOf, visibleBox, type Box } from '../page.js'
import { chosenGlyphs, type Chosen } from './choose_glyphs.js'
import { FreshPdf } from './fresh_pdf.js'
import { judgeRedacted } from './judge_redacted.js'
import { markedBoxes } from './marked_boxes.js'
import { placedArea, type RedactionOrder } from './order.js'
import { contentOf, PageRewrite, type PageCut } from './rewrite_page.js'
import { runsOf, type Run } from './shown_runs.js'

const MOST_PAGES = 300

/** What went from a page. */
export interface RedactedPage {
  page: number
  letters: number
  areas: number
  images: number
}

export interface Redacted {
  bytes: Buffer
  pages: RedactedPage[]
}

/**
 * A new PDF without what was asked to go: its letters are no more in the file, its points no more in
 * the images, and of the file before it nothing else comes but what its pages draw. It is read again
 * by other readers before it is given.
 * Throws E_REDACTION…, and what `loadPdf` throws.
 */
export async function redactPdf({
  bytes,
  order,
}: {
  bytes: Buffer
  order: RedactionOrder
}): Promise<Redacted> {
  const pdf = await loadPdf(bytes)
  refuseWhole(pdf)
  const { runs, cuts } = await cutsOf(pdf, bytes, order)
  const written = await writePages(pdf, runs, cuts)
  await judgeRedacted(written.bytes, order)
  return written
}

/** What no page by page copy would keep as it is. */
function refuseWhole(pdf: PDF): void {
  if (pdf.isEncrypted) {
    throw new RedactionRefused(
      'Ce document est chiffré : imprimez-le dans un nouveau PDF, puis occultez celui-ci.'
    )
  }
  if (catalogOf(pdf).get('OCProperties')) {
    throw new RedactionRefused(
      'Ce document a des calques, que l’on montre ou cache : imprimez-le dans un nouveau PDF, puis occultez celui-ci.'
    )
  }
  if (pdf.context.pages.getPageCount() > MOST_PAGES) {
    throw new RedactionRefused(`Ce document a plus de ${MOST_PAGES} pages : coupez-le d’abord.`)
  }
}

async function cutsOf(pdf: PDF, bytes: Buffer, order: RedactionOrder) {
  const document = await openDrawings(bytes)
  const count = pdf.context.pages.getPageCount()
  if (!document || document.numPages !== count) {
    throw new RedactionRefused('Ce document ne se lit pas deux fois de la même façon.')
  }
  const runs: Run[][] = []
  const cuts: (PageCut & { letters: number; areas: number })[] = []
  const found = new Set<string>()
  try {
    for (let number = 1; number <= count; number++) {
      const page = await document.getPage(number)
      const read = await runsOf(document, page).catch(() => {
        throw new RedactionInexact(number, 'elle est trop chargée')
      })
      page.cleanup()
      const boxes = boxesOn(pdf, number, order)
      const words = order.pages && !order.pages.includes(number) ? [] : order.words
      const here = chosenGlyphs(read, { words, boxes })
      for (const word of here.found) found.add(word)
      runs.push(read)
      cuts.push(cutOf(here.chosen, boxes))
    }
  } finally {
    await document.loadingTask.destroy()
  }
  const lost = order.words.find((word) => !found.has(word))
  if (lost !== undefined) throw new RedactionFindsNothing(lost)
  return { runs, cuts }
}

function boxesOn(pdf: PDF, number: number, { areas }: RedactionOrder): Box[] {
  const { dict } = pageAt(pdf, number - 1)
  return areas
    .filter(({ page }) => page === number)
    .map((area) => placedArea(area, visibleBox(pdf, dict), rotationOf(pdf, dict)).box)
}

function cutOf(chosen: Chosen[], areas: Box[]) {
  const gone = new Map<number, Set<number>>()
  for (const { run, at } of chosen) {
    if (!gone.has(run)) gone.set(run, new Set())
    gone.get(run)!.add(at)
  }
  const boxes = [...areas, ...markedBoxes(chosen)]
  return { gone, boxes, letters: chosen.length, areas: areas.length }
}

async function writePages(
  pdf: PDF,
  runs: Run[][],
  cuts: (PageCut & { letters: number; areas: number })[]
): Promise<Redacted> {
  const fresh = new FreshPdf(pdf)
  const [root, tree] = [fresh.reserve(), fresh.reserve()]
  const told: RedactedPage[] = []
  const kids = []
  for (const [index, cut] of cuts.entries()) {
    const { dict } = pageAt(pdf, index)
    const rewrite = new PageRewrite({ pdf, fresh, number: index + 1 }, runs[index], cut)
    const resources = inherited(pdf, dict, 'Resources')
    const known = resources instanceof PdfDict ? resources : new PdfDict()
    const page = await rewrite.page(contentOf(pdf, dict), known)
    const content = Buffer.concat([Buffer.from('q\n'), page.content, marks(cut.boxes)])
    kids.push(
      fresh.add(
        new PdfDict([
          ['Type', PdfName.of('Page')],
          ['Parent', tree],
          ...frameOf(pdf, dict),
          ['Resources', page.resources],
          ['Contents', fresh.add(new PdfStream([], content))],
        ])
      )
    )
    const { letters, areas } = cut
    if (letters + areas > 0) told.push({ page: index + 1, letters, areas, images: rewrite.images })
  }
  const pages: [string, PdfName | PdfNumber | PdfArray][] = [
    ['Type', PdfName.of('Pages')],
    ['Count', PdfNumber.of(kids.length)],
    ['Kids', new PdfArray(kids)],
  ]
  fresh.add(new PdfDict(pages), tree)
  fresh.add(
    new PdfDict([
      ['Type', PdfName.of('Catalog')],
      ['Pages', tree],
    ]),
    root
  )
  return { bytes: fresh.bytes(root), pages: told }
}

/** The size of a page, how it is turned, and its unit. */
function frameOf(pdf: PDF, page: PdfDict): [string, PdfArray | PdfNumber][] {
  const box = new PdfArray(visibleBox(pdf, page).map((side) => PdfNumber.of(side)))
  const unit = resolved(pdf, page.get('UserUnit'))
  return [
    ['MediaBox', box],
    ['Rotate', PdfNumber.of(rotationOf(pdf, page))],
    ...(unit instanceof PdfNumber ? [['UserUnit', unit] as [string, PdfNumber]] : []),
  ]
}

/** Black over each place, drawn from the page itself once all that it saved is restored. */
function marks(boxes: Box[]): Buffer {
  const places = boxes.map(
    ([left, bottom, right, top]) =>
      `${[left, bottom, right - left, top - bottom].map((side) => side.toFixed(2)).join(' ')} re f`
  )
  return Buffer.from(`\nQ\n0 g\n${places.join('\n')}\n`)
}
