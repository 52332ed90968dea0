import { clipped, type Drawn } from './drawn.js'
import type { GraphicsState } from './graphics_state.js'
import { around, intersection, moved, scaleOf, widened, type Matrix } from './matrix.js'

const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const STROKES = new Set(['S', 's', 'B', 'B*', 'b', 'b*'])

/** The path that is being built, then painted (ISO 32000-1 §8.5). */
export class Path {
  private subpaths: [number, number][][] = []
  private willClip = false

  /** Adds what an operator draws of it; false when the operator builds no path. */
  build(matrix: Matrix, operator: string, values: number[]): boolean {
    const at = (x: number, y: number) => moved(matrix, x, y)
    if (operator === 'm') this.subpaths.push([at(values[0], values[1])])
    else if (operator === 'l') this.current().push(at(values[0], values[1]))
    else if (operator === 'c' || operator === 'v' || operator === 'y') {
      for (let index = 0; index + 1 < values.length; index += 2)
        this.current().push(at(values[index], values[index + 1]))
    } else if (operator === 'h') this.current().push(this.current()[0] ?? at(0, 0))
    else if (operator === 're') {
      const [x, y, width, height] = values
      const corners = [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]
      this.subpaths.push([...corners, corners[0]])
    } else if (operator === 'W' || operator === 'W*') this.willClip = true
    else return false
    return true
  }

  /** A frame is its four sides; a filled shape is all that it encloses. */
  paint(operator: string, state: GraphicsState): Drawn[] {
    const paths = this.subpaths.filter((path) => path.length > 0)
    this.subpaths = []
    const pen = (state.lineWidth * scaleOf(state.matrix)) / 2
    const isPlain = !state.fillsPattern
    const drawn: Drawn[] =
      operator === 'n'
        ? []
        : paths.flatMap((path) =>
            FILLS.has(operator)
              ? [{ box: widened(around(path), STROKES.has(operator) ? pen : 0), isPlain }]
              : path
                  .slice(1)
                  .map((point, index) => ({ box: widened(around([path[index], point]), pen) }))
          )
    const visible = drawn.flatMap((one) => {
      const box = intersection(one.box, state.clip)
      return box ? [{ ...one, box }] : []
    })
    if (this.willClip && paths.length > 0) state.clip = clipped(around(paths.flat()), state.clip)
    this.willClip = false
    return visible
  }

  private current(): [number, number][] {
    if (this.subpaths.length === 0) this.subpaths.push([])
    return this.subpaths.at(-1)!
  }
}
