import type { Box } from '../page.js'
import { UNKNOWN_FONT, type GlyphWidths } from './glyph_widths.js'
import { IDENTITY, multiplied, type Matrix } from './matrix.js'

/** What of the graphics state decides where something is drawn (ISO 32000-1 §8.4.1, §9.3.1). */
export interface GraphicsState {
  matrix: Matrix
  clip: Box
  font: GlyphWidths
  size: number
  characterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  /** Of the lines, in the space of the content. */
  lineWidth: number
  isInvisible: boolean
  /** Fills show a drawing of their own, and not one colour. */
  fillsPattern: boolean
}

/** The state at the start of a page, or of a form. */
export const initialState = (matrix: Matrix, clip: Box): GraphicsState => ({
  matrix,
  clip,
  font: UNKNOWN_FONT,
  size: 1,
  characterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  lineWidth: 1,
  isInvisible: false,
  fillsPattern: false,
})

/** Sets the entry that an operator names; false when it names none. */
export function setEntry(state: GraphicsState, operator: string, values: number[]): boolean {
  if (operator === 'cm') state.matrix = multiplied(sixOf(values), state.matrix)
  else if (operator === 'Tc') state.characterSpace = values[0]
  else if (operator === 'Tw') state.wordSpace = values[0]
  else if (operator === 'Tz') state.stretch = values[0] / 100
  else if (operator === 'TL') state.leading = values[0]
  else if (operator === 'Ts') state.rise = values[0]
  else if (operator === 'w') state.lineWidth = values[0]
  // Mode 7 shows the letters by what is painted through them (ISO 32000-1 §9.3.6)
  else if (operator === 'Tr') state.isInvisible = values[0] === 3
  else return false
  return true
}

/** Six operands as a matrix. */
export function sixOf(values: number[]): Matrix {
  return values.length >= 6 ? (values.slice(0, 6) as Matrix) : IDENTITY
}
