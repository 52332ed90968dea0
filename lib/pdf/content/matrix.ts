import type { Box } from '../page.js'

/** a b c d e f of ISO 32000-1 §8.3.4. */
export type Matrix = [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** What `inner` does first, then `outer`. */
export function multiplied(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ]
}

/** Where a matrix takes a point (ISO 32000-1 §8.3.3), in points. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The upright box round a box that a matrix moves and turns. */
export function movedBox(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  return around([
    moved(matrix, left, bottom),
    moved(matrix, right, bottom),
    moved(matrix, right, top),
    moved(matrix, left, top),
  ])
}

/** The smallest box around some points. */
export function around(points: [number, number][]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Null when they share nothing. */
export function intersection(one: Box, other: Box): Box | null {
  const left = Math.max(one[0], other[0])
  const bottom = Math.max(one[1], other[1])
  const right = Math.min(one[2], other[2])
  const top = Math.min(one[3], other[3])
  return left <= right && bottom <= top ? [left, bottom, right, top] : null
}

/** The area of a box, in square points. */
export const areaOf = ([left, bottom, right, top]: Box) => (right - left) * (top - bottom)

/** How much a matrix lengthens what it moves, the longest way. */
export const scaleOf = ([a, b, c, d]: Matrix) => Math.max(Math.hypot(a, b), Math.hypot(c, d))

/** A box with as much more on each side. */
export const widened = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]
