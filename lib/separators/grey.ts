import type { Samples } from '../pdf/redact/erase.js'

/** Levels of grey from 0 to 255, row by row from the top. */
export interface Grey {
  levels: Uint8Array
  width: number
  height: number
}

/** On its longer side: a code that fills a third of a page has then six hundred points. */
const LONGEST = 1800

/** An image in grey, made smaller by whole steps: its colours serve nothing to read a code. */
export function greyOf(samples: Samples): Grey {
  const step = Math.max(1, Math.floor(Math.max(samples.width, samples.height) / LONGEST))
  const [width, height] = [samples.width, samples.height].map((side) => Math.ceil(side / step))
  const levels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      levels[y * width + x] = meanAt(samples, x * step, y * step, step)
  }
  return { levels, width, height }
}

/** Of one square of an image; of a point of black and white, so that thin lines do not vanish. */
function meanAt(samples: Samples, left: number, top: number, step: number): number {
  const [right, bottom] = [
    Math.min(left + step, samples.width),
    Math.min(top + step, samples.height),
  ]
  let sum = 0
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sum += levelAt(samples, x, y)
  return Math.round(sum / ((right - left) * (bottom - top)))
}

function levelAt({ bytes, width, bitsEach, components }: Samples, x: number, y: number): number {
  if (bitsEach >= 8) {
    const bytesEach = bitsEach / 8
    const at = (y * width + x) * components * bytesEach
    if (components === 1) return bytes[at]
    const [one, two, three] = [bytes[at], bytes[at + bytesEach], bytes[at + 2 * bytesEach]]
    const mean = (one + two + three) / 3
    // Four inks: as much of black as they have (ISO 32000-1 §10.3.5)
    return components === 3 ? mean : Math.max(0, 255 - mean - bytes[at + 3 * bytesEach])
  }
  const rowBytes = Math.ceil((width * components * bitsEach) / 8)
  const bit = x * components * bitsEach
  const value =
    (bytes[y * rowBytes + (bit >> 3)] >> (8 - bitsEach - (bit & 7))) & ((1 << bitsEach) - 1)
  return (value * 255) / ((1 << bitsEach) - 1)
}

/** A sheet of paper that went through a JPEG is never wholly 255. */
const WHITE = 250

/** Whether nothing at all is on it: the slightest stain is something, and is kept. */
export const isWhite = ({ levels }: Grey): boolean => levels.every((level) => level >= WHITE)
