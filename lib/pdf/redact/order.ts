import type { Box } from '../page.js'

/** What somebody wants out of a PDF. */
export interface RedactionOrder {
  /** Each is found whatever its case, its accents, its blanks and its hyphens, as whole words. */
  words: string[]
  /** Pages, from 1, where words are taken away; null for all of them. */
  pages: number[] | null
  areas: PageArea[]
}

/** A rectangle over a page as it is shown: parts of its width and height from its top left corner. */
export interface PageArea {
  page: number
  left: number
  top: number
  width: number
  height: number
}

/** A rectangle of a page in its own space: points, from the bottom left, before it is turned. */
export interface PlacedArea {
  page: number
  box: Box
}

/** Where an area of a page that is shown turned stands in the space of the page (ISO 32000-1 §8.3.2.3). */
export function placedArea(
  { page, left, top, width, height }: PageArea,
  [x, y, right, above]: Box,
  rotation: number
): PlacedArea {
  const [across, up] = [right - x, above - y]
  const [l, t, r, b] = [left, top, left + width, top + height]
  // In parts of the page before it is turned, from its bottom left
  const turned: Record<number, Box> = {
    0: [l, 1 - b, r, 1 - t],
    90: [t, l, b, r],
    180: [1 - r, t, 1 - l, b],
    270: [1 - b, 1 - r, 1 - t, 1 - l],
  }
  const [a, c, d, e] = turned[rotation] ?? turned[0]
  return { page, box: [x + a * across, y + c * up, x + d * across, y + e * up] }
}
