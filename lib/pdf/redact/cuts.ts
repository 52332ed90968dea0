import type { PDF } from '@libpdf/core'
import { openDrawings } from '../hidden/drawings.js'
import { pageAt, rotationOf, visibleBox, type Box } from '../page.js'
import { chosenGlyphs, type Chosen } from './choose_glyphs.js'
import { RedactionFindsNothing, RedactionInexact, RedactionRefused } from './errors.js'
import { markedBoxes } from './marked_boxes.js'
import { placedArea, type RedactionOrder } from './order.js'
import { runsOf, type Run } from './shown_runs.js'

/** What goes from a page. */
export interface PageCut {
  /** Of each run, which characters. */
  gone: Map<number, Set<number>>
  /** Under which images and drawings say nothing any more. */
  boxes: Box[]
  letters: number
  areas: number
}

/** What an order takes from each page, and the runs that each page writes. @throws E_REDACTION… */
export async function cutsOf(
  pdf: PDF,
  bytes: Buffer,
  order: RedactionOrder
): Promise<{ runs: Run[][]; cuts: PageCut[] }> {
  const document = await openDrawings(bytes)
  const count = pdf.context.pages.getPageCount()
  if (!document || document.numPages !== count) {
    throw new RedactionRefused('Ce document ne se lit pas deux fois de la même façon.')
  }
  const runs: Run[][] = []
  const cuts: PageCut[] = []
  const found = new Set<string>()
  try {
    for (let number = 1; number <= count; number++) {
      const page = await document.getPage(number)
      const read = await runsOf(document, page).catch(() => {
        throw new RedactionInexact(number, 'elle est trop chargée')
      })
      page.cleanup()
      const boxes = boxesOn(pdf, number, order)
      const here = chosenGlyphs(read, { words: wordsOn(number, order), boxes })
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

/** The words that are to go from a page. */
export const wordsOn = (number: number, { words, pages }: RedactionOrder): string[] =>
  pages && !pages.includes(number) ? [] : words

/** The areas that are to go from a page, in its own space. */
export function boxesOn(pdf: PDF, number: number, { areas }: RedactionOrder): Box[] {
  const { dict } = pageAt(pdf, number - 1)
  return areas
    .filter(({ page }) => page === number)
    .map((area) => placedArea(area, visibleBox(pdf, dict), rotationOf(pdf, dict)).box)
}

function cutOf(chosen: Chosen[], areas: Box[]): PageCut {
  const gone = new Map<number, Set<number>>()
  for (const { run, at } of chosen) {
    if (!gone.has(run)) gone.set(run, new Set())
    gone.get(run)!.add(at)
  }
  const boxes = [...areas, ...markedBoxes(chosen)]
  return { gone, boxes, letters: chosen.length, areas: areas.length }
}
