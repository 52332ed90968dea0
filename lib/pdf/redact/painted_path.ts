import { around, intersection, moved, widened, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'
import type { PlacedOperation } from '../content/operations.js'

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const BUILDS = new Set(['m', 'l', 'c', 'v', 'y', 're'])
/** A rule, a frame, a ground: no letter is drawn with so few points. */
const PLAIN = 12
/** In points: a letter drawn as an outline may pass a little beyond what was drawn round it. */
const AROUND = 1

/** The path that is being built: letters drawn as outlines go with what they are under. */
export class PaintedPath {
  private points: [number, number][] = []

  constructor(private readonly boxes: Box[]) {}

  /** `under`: what is painted goes whole. `part`: it cannot be told apart. Null: it stays. */
  apply({ operator, operands }: PlacedOperation, matrix: Matrix): 'under' | 'part' | null {
    if (BUILDS.has(operator)) this.build(operator, operands.map(Number), matrix)
    if (operator === 'n') this.points = []
    if (!PAINTS.has(operator)) return null
    const points = this.points
    this.points = []
    return points.length > 0 ? this.judged(points) : null
  }

  private judged(points: [number, number][]): 'under' | 'part' | null {
    const drawn = around(points)
    const touched = this.boxes.filter((box) => intersection(box, drawn))
    if (touched.some((box) => isWithin(drawn, widened(box, AROUND)))) return 'under'
    if (points.length <= PLAIN) return null
    // Of a drawing that goes further, only what has points there could be read
    const hasPoints = touched.some((box) => points.some((point) => isIn(point, box)))
    return hasPoints ? 'part' : null
  }

  private build(operator: string, values: number[], matrix: Matrix): void {
    const [x, y, width, height] = values
    const corners = operator === 're' ? [x, y, x + width, y + height] : values
    for (let at = 0; at + 1 < corners.length; at += 2)
      this.points.push(moved(matrix, corners[at], corners[at + 1]))
    if (operator === 're') {
      this.points.push(moved(matrix, x + width, y), moved(matrix, x, y + height))
    }
  }
}

const isIn = ([x, y]: [number, number], [left, bottom, right, top]: Box) =>
  x >= left && x <= right && y >= bottom && y <= top

const isWithin = (one: Box, other: Box) =>
  one[0] >= other[0] && one[1] >= other[1] && one[2] <= other[2] && one[3] <= other[3]
