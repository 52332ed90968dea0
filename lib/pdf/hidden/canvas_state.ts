import { IDENTITY, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'

/** What of the graphics state decides what is seen (ISO 32000-1 §8.4.1, §9.3.1, §11.3). */
export interface CanvasState {
  matrix: Matrix
  clip: Box
  /** `#rrggbb`; null for a pattern. */
  fill: string | null
  stroke: string | null
  fillAlpha: number
  strokeAlpha: number
  blend: string
  hasSoftMask: boolean
  /** The next image has a mask of its own: what it shows of itself is not known. */
  isMasked: boolean
  lineWidth: number
  /** Of the groups round it, multiplied. */
  groupAlpha: number
  font: string
  size: number
  mode: number
  stretch: number
  characterSpace: number
  wordSpace: number
  leading: number
  rise: number
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  /** A blank was shown just before. */
  isAfterBlank: boolean
}

/** The state at the start of a page, of which `view` is shown. */
export const firstState = (view: Box): CanvasState => ({
  matrix: IDENTITY,
  clip: view,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: 'source-over',
  hasSoftMask: false,
  isMasked: false,
  lineWidth: 1,
  groupAlpha: 1,
  font: '',
  size: 0,
  mode: 0,
  stretch: 1,
  characterSpace: 0,
  wordSpace: 0,
  leading: 0,
  rise: 0,
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  isAfterBlank: false,
})

/** What an entry of an ExtGState sets, as pdf.js names them. */
export function setEntries(state: CanvasState, entries: [string, unknown][]): void {
  for (const [key, value] of entries) {
    if (key === 'ca') state.fillAlpha = Number(value)
    else if (key === 'CA') state.strokeAlpha = Number(value)
    else if (key === 'LW') state.lineWidth = Number(value)
    else if (key === 'BM') state.blend = String(value)
    else if (key === 'SMask') {
      state.hasSoftMask = Boolean(value)
      // pdf.js says so, alone, before an image that has a mask
      state.isMasked = !value && entries.length === 1
    }
    if (key === 'Font') [state.font, state.size] = value as [string, number]
  }
}

/** Whether what is painted now hides what is under it; null when nobody can tell. */
export function hides(state: CanvasState, colour: string | null, alpha: number): boolean | null {
  if (alpha * state.groupAlpha < SHOWS_THROUGH) return false
  if (state.hasSoftMask || colour === null) return null
  const light = lightnessOf(colour)
  if (state.blend === 'source-over' || state.blend === 'normal') return true
  if (state.blend === 'multiply' || state.blend === 'darken') return light < DARK
  if (state.blend === 'screen' || state.blend === 'lighten') return light > 1 - DARK
  return null
}

/** Under this, black ink is still read through it. */
const SHOWS_THROUGH = 0.85
const DARK = 0.15

/** From 0, black, to 1, white. */
export function lightnessOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour)
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
}

/** Two colours that no eye tells apart on a page. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [channelsOf(one), channelsOf(other)]
  return a.every((value, rank) => Math.abs(value - b[rank]) <= 12)
}

const channelsOf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0)
