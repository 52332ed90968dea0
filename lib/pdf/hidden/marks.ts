import type { Box } from '../page.js'
import type { Area } from './area.js'

/** A character of a page, in the order in which the page draws it. */
export interface Glyph {
  kind: 'glyph'
  text: string
  box: Box
  /** What of it is inside the page and the clip; null when nothing is. */
  shown: Box | null
  /** `#rrggbb`, or null when it has no colour of its own. */
  colour: string | null
  /** Nothing is drawn for it: invisible mode, no opacity, a layer that is off. */
  isUnseen: boolean
  /** Seen through a mask, that may let nothing show. */
  isVeiled: boolean
  /** Comes after a blank. */
  isApart: boolean
}

/** What is laid over what was drawn before it. */
export interface Cover {
  kind: 'cover'
  area: Area
  clip: Box
  /** Null for an image or a pattern. */
  colour: string | null
  isImage: boolean
  /** Null when nobody can tell: a mask, a pattern, an unusual blend. */
  hides: boolean | null
}

export type Mark = Glyph | Cover
