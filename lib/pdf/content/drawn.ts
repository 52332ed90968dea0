import type { Box } from '../page.js'
import { intersection } from './matrix.js'

/** What an operation draws, in the space of the page. */
export interface Drawn {
  box: Box
  /** A fill of one colour, with nothing in it. */
  isPlain?: boolean
}

/** What of a box is shown: an empty one when nothing is. */
export function clipped(box: Box, clip: Box): Box {
  return intersection(box, clip) ?? [0, 0, 0, 0]
}
