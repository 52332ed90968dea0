import { around } from '../content/matrix.js'
import type { Box } from '../page.js'
import type { Chosen } from './choose_glyphs.js'

/** In points: letters that stand closer are under one mark, which does not tell where each was. */
const CLOSE = 6

/** The rectangles under which chosen characters stood, those that touch one another as one. */
export function markedBoxes(chosen: Chosen[]): Box[] {
  const boxes: Box[] = []
  for (const { box } of chosen) {
    const last = boxes.at(-1)
    if (last && isBeside(last, box)) boxes[boxes.length - 1] = union(last, box)
    else boxes.push(box)
  }
  return boxes
}

/** On the same line, and close. */
function isBeside(one: Box, other: Box): boolean {
  const across = Math.max(other[0] - one[2], one[0] - other[2])
  const up = Math.max(other[1] - one[3], one[1] - other[3])
  const tall = Math.min(one[3] - one[1], other[3] - other[1])
  return across < CLOSE && up < -0.3 * tall
}

const union = (one: Box, other: Box): Box =>
  around([
    [one[0], one[1]],
    [one[2], one[3]],
    [other[0], other[1]],
    [other[2], other[3]],
  ])
