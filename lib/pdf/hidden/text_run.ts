import { intersection, movedBox, multiplied } from '../content/matrix.js'
import type { CanvasState } from './canvas_state.js'
import type { Glyph } from './marks.js'

/** A character as pdf.js gives it: its words, and its width in thousandths. */
interface Shown {
  unicode?: string
  width?: number
  isSpace?: boolean
}

/** What of a font decides where its characters come. */
export interface FontShape {
  /** Width units to text space. */
  scale: number
  isVertical: boolean
}

/** ISO 32000-1 table 106: nothing is painted. */
const INVISIBLE = [3, 7]
const STROKED = [1, 5]
/** In points: no eye reads it. */
const TOO_SMALL = 1

/** The characters of one show operator, and the place of the next one (ISO 32000-1 §9.4.4). */
export function glyphsOf(
  state: CanvasState,
  items: (Shown | number | null)[],
  font: FontShape,
  isLayerOn: boolean
): Glyph[] {
  const glyphs: Glyph[] = []
  for (const item of items) {
    if (typeof item === 'number') {
      advance(state, ((font.isVertical ? 1 : -1) * item * state.size) / 1000, font)
      continue
    }
    if (!item) continue
    const width = (item.width ?? 0) * font.scale * state.size
    const text = item.unicode ?? ''
    if (text.trim()) glyphs.push(glyph(state, text, width, isLayerOn))
    state.isAfterBlank = !text.trim()
    const space = state.characterSpace + (item.isSpace ? state.wordSpace : 0)
    advance(state, font.isVertical ? -Math.abs(width) - space : width + space, font)
  }
  return glyphs
}

function advance(state: CanvasState, by: number, { isVertical }: FontShape): void {
  if (isVertical) state.y += by
  else state.x += by * state.stretch
}

function glyph(state: CanvasState, text: string, width: number, isLayerOn: boolean): Glyph {
  const matrix = multiplied(state.text, state.matrix)
  const bottom = state.y + state.rise
  const side = state.x + width * state.stretch
  const box = movedBox(matrix, [
    state.x,
    bottom - 0.1 * state.size,
    side,
    bottom + 0.7 * state.size,
  ])
  const isStroked = STROKED.includes(state.mode)
  const alpha = (isStroked ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha
  const [a, b, c, d] = matrix
  const sides = [Math.hypot(a, b) * state.stretch, Math.hypot(c, d)]
  const isTiny = sides.some((side) => Math.abs(side * state.size) < TOO_SMALL)
  return {
    kind: 'glyph',
    text,
    box,
    shown: intersection(box, state.clip),
    colour: isStroked ? state.stroke : state.fill,
    isUnseen: INVISIBLE.includes(state.mode) || alpha < 0.1 || isTiny || !isLayerOn,
    isVeiled: state.hasSoftMask,
    isApart: state.isAfterBlank,
  }
}
