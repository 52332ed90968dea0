import { around, moved, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'

type Point = [number, number]

/** What a fill covers, in the space of the page: closed lines, and how they are filled. */
export interface Area {
  lines: Point[][]
  isEvenOdd: boolean
  box: Box
}

/** How many pieces a curve is cut into: enough for the corner of a rounded rectangle. */
const PIECES = 8

/** How many numbers follow each of the viewer's path operators (moveTo, lineTo, curveTo, …). */
const LENGTHS = [2, 2, 6, 4, 0]
const MOVE = 0
const CLOSE = 4

/** The lines of a path as pdf.js gives them, one per subpath. */
export function linesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const lines: Point[][] = []
  for (let at = 0; at < path.length;) {
    const kind = path[at]
    const numbers = Array.from({ length: LENGTHS[kind] ?? 0 }, (_, rank) => path[at + 1 + rank])
    at += 1 + numbers.length
    const points = pairs(numbers).map(([x, y]) => moved(matrix, x, y))
    if (kind === MOVE || lines.length === 0) lines.push([])
    const line = lines.at(-1)!
    if (kind === CLOSE && line.length > 0) line.push(line[0])
    else if (points.length > 1) line.push(...curve([line.at(-1) ?? points[0], ...points]))
    else line.push(...points)
  }
  return lines.filter(({ length }) => length > 1)
}

/** What those lines enclose, in the space of the page, in points. */
export function areaOf(lines: Point[][], isEvenOdd = false): Area {
  return { lines, isEvenOdd, box: around(lines.flat()) }
}

/** The unit square, where an image comes (ISO 32000-1 §8.9.5). */
export const squareOf = (matrix: Matrix): Area =>
  areaOf(linesOf([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4], matrix))

/** What a pen of a width covers along lines: a broad one hides a word as a rectangle does. */
export function strokeOf(lines: Point[][], width: number): Area {
  const strips = lines.flatMap((line) =>
    line.slice(1).flatMap(([x, y], rank): Point[][] => {
      const [fromX, fromY] = line[rank]
      const length = Math.hypot(x - fromX, y - fromY)
      if (length === 0) return []
      const [dx, dy] = [((fromY - y) * width) / 2 / length, ((x - fromX) * width) / 2 / length]
      return [
        [
          [fromX + dx, fromY + dy],
          [x + dx, y + dy],
          [x - dx, y - dy],
          [fromX - dx, fromY - dy],
        ],
      ]
    })
  )
  return areaOf(strips.length > 0 ? strips : [[[0, 0]]])
}

/** Whether a point is inside (ISO 32000-1 §8.5.3.3). */
export function holds({ lines, isEvenOdd, box }: Area, [x, y]: Point): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false
  let [winding, crossings] = [0, 0]
  for (const line of lines) {
    for (let at = 0; at < line.length; at++) {
      const [[fromX, fromY], [toX, toY]] = [line[at], line[(at + 1) % line.length]]
      if (fromY > y === toY > y) continue
      if (x >= fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) continue
      crossings++
      winding += toY > fromY ? 1 : -1
    }
  }
  return isEvenOdd ? crossings % 2 === 1 : winding !== 0
}

const pairs = (numbers: number[]): Point[] =>
  numbers.flatMap((value, at) => (at % 2 ? [[numbers[at - 1], value] as Point] : []))

/** Points along a Bézier curve, its first one left out. */
function curve(points: Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, rank) => along(points, (rank + 1) / PIECES))
}

function along(points: Point[], t: number): Point {
  if (points.length === 1) return points[0]
  const between = points
    .slice(1)
    .map(([x, y], at): Point => [
      points[at][0] + (x - points[at][0]) * t,
      points[at][1] + (y - points[at][1]) * t,
    ])
  return along(between, t)
}
