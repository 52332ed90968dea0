import { moved, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'

/** The points of an image, row by row from its top, each row from a whole byte. */
export interface Samples {
  bytes: Buffer
  width: number
  height: number
  bitsEach: number
  components: number
}

/** Every point that a box touches, and one more on each side. */
export function erase(samples: Samples, matrix: Matrix, box: Box): void {
  const { bytes, width, height, bitsEach, components } = samples
  const unit = unitBox(matrix, box)
  if (!unit) return
  const [left, right] = [Math.floor(unit[0] * width) - 1, Math.ceil(unit[2] * width) + 1]
  const [top, bottom] = [
    Math.floor((1 - unit[3]) * height) - 1,
    Math.ceil((1 - unit[1]) * height) + 1,
  ]
  const bits = bitsEach * components
  const row = Math.ceil((width * bits) / 8)
  const [from, to] = [Math.max(left, 0) * bits, Math.min(right, width) * bits]
  if (to <= from) return
  for (let y = Math.max(top, 0); y < Math.min(bottom, height); y++)
    eraseRow(bytes, y * row, from, to)
}

function eraseRow(bytes: Buffer, row: number, from: number, to: number): void {
  const [first, last] = [Math.ceil(from / 8), Math.floor(to / 8)]
  if (first <= last) bytes.fill(0, row + first, row + last)
  for (let bit = from; bit < Math.min(first * 8, to); bit++) clearBit(bytes, row, bit)
  for (let bit = Math.max(last * 8, from); bit < to; bit++) clearBit(bytes, row, bit)
}

function clearBit(bytes: Buffer, row: number, bit: number): void {
  bytes[row + (bit >> 3)] &= ~(0x80 >> (bit & 7))
}

/** Where a box of the page comes in the unit square of an image; null when the image has no room. */
function unitBox([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box | null {
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-9) return null
  const inverse: Matrix = [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
  const corners = [
    moved(inverse, left, bottom),
    moved(inverse, right, bottom),
    moved(inverse, left, top),
    moved(inverse, right, top),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
