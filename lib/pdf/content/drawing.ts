import type { Box } from '../page.js'
import { UNKNOWN_FONT, type GlyphWidths } from './glyph_widths.js'
import {
  IDENTITY,
  around,
  intersection,
  moved,
  movedBox,
  multiplied,
  type Matrix,
} from './matrix.js'
import type { Operand, Operation } from './operations.js'

interface Drawn {
  box: Box
  /** A fill of one colour, with nothing in it. */
  isPlain?: boolean
}

interface State {
  matrix: Matrix
  clip: Box
  font: GlyphWidths
  size: number
  characterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  isInvisible: boolean
}

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'])
const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])

/** The graphics state of a content stream, and what each operation draws in the space of the page. */
export class Drawing {
  private state: State
  private readonly saved: State[] = []
  private subpaths: [number, number][][] = []
  private willClip = false
  private text: Matrix = IDENTITY
  private line: Matrix = IDENTITY

  constructor(matrix: Matrix, clip: Box) {
    this.state = {
      matrix,
      clip,
      font: UNKNOWN_FONT,
      size: 1,
      characterSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      isInvisible: false,
    }
  }

  /** A form drawn from here: its own matrix and its own box (ISO 32000-1 §8.10.1). */
  nested(matrix: Matrix, box: Box | null): Drawing {
    const inside = multiplied(matrix, this.state.matrix)
    const clip = box ? intersection(movedBox(inside, box), this.state.clip) : this.state.clip
    return new Drawing(inside, clip ?? [0, 0, 0, 0])
  }

  setFont(font: GlyphWidths | null, size: number): void {
    Object.assign(this.state, { font: font ?? UNKNOWN_FONT, size })
  }

  /** Where an image comes: the unit square. */
  square(): Drawn {
    return { box: this.clipped(movedBox(this.state.matrix, [0, 0, 1, 1])) }
  }

  apply({ operator, operands }: Operation): Drawn[] {
    const values = operands.map((operand) => (typeof operand === 'number' ? operand : 0))
    if (PAINTS.has(operator)) return this.paint(operator)
    if (operator === 'sh') return [{ box: this.state.clip, isPlain: true }]
    if (operator === 'EI') return [this.square()]
    if (this.build(operator, values) || this.setState(operator, values)) return []
    return this.write(operator, operands, values)
  }

  private setState(operator: string, values: number[]): boolean {
    const { state } = this
    if (operator === 'q') this.saved.push({ ...state })
    else if (operator === 'Q') this.state = this.saved.pop() ?? state
    else if (operator === 'cm') state.matrix = multiplied(sixOf(values), state.matrix)
    else if (operator === 'Tc') state.characterSpace = values[0]
    else if (operator === 'Tw') state.wordSpace = values[0]
    else if (operator === 'Tz') state.stretch = values[0] / 100
    else if (operator === 'TL') state.leading = values[0]
    else if (operator === 'Ts') state.rise = values[0]
    else if (operator === 'Tr') state.isInvisible = values[0] === 3 || values[0] === 7
    else return false
    return true
  }

  private build(operator: string, values: number[]): boolean {
    const at = (x: number, y: number) => moved(this.state.matrix, x, y)
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
  private paint(operator: string): Drawn[] {
    const paths = this.subpaths.filter((path) => path.length > 0)
    this.subpaths = []
    const drawn: Drawn[] =
      operator === 'n'
        ? []
        : paths.flatMap((path) =>
            FILLS.has(operator)
              ? [{ box: around(path), isPlain: true }]
              : path.slice(1).map((point, index) => ({ box: around([path[index], point]) }))
          )
    const visible = drawn.flatMap((one) => {
      const box = intersection(one.box, this.state.clip)
      return box ? [{ ...one, box }] : []
    })
    if (this.willClip && paths.length > 0) this.state.clip = this.clipped(around(paths.flat()))
    this.willClip = false
    return visible
  }

  private write(operator: string, operands: Operand[], values: number[]): Drawn[] {
    if (operator === 'BT') this.text = this.line = IDENTITY
    else if (operator === 'Tm') this.text = this.line = sixOf(values)
    else if (operator === 'Td') this.nextLine(values[0], values[1])
    else if (operator === 'TD') {
      this.state.leading = -values[1]
      this.nextLine(values[0], values[1])
    } else if (operator === 'T*') this.nextLine(0, -this.state.leading)
    else if (operator === 'Tj') return this.show([operands[0]])
    else if (operator === 'TJ') return this.show(Array.isArray(operands[0]) ? operands[0] : [])
    else if (operator === "'" || operator === '"') {
      if (operator === '"')
        Object.assign(this.state, { wordSpace: values[0], characterSpace: values[1] })
      this.nextLine(0, -this.state.leading)
      return this.show([operands.at(-1)!])
    }
    return []
  }

  private show(pieces: Operand[]): Drawn[] {
    return pieces.flatMap((piece) => {
      if (typeof piece === 'number')
        this.advance((-piece / 1000) * this.state.size * this.state.stretch)
      return Buffer.isBuffer(piece) ? this.showString(piece) : []
    })
  }

  private showString(bytes: Buffer): Drawn[] {
    const { font, size, characterSpace, wordSpace, stretch, rise, isInvisible } = this.state
    let width = 0
    for (let at = 0; at + font.bytesEach <= bytes.length; at += font.bytesEach) {
      const code = bytes.readUIntBE(at, font.bytesEach)
      const word = font.bytesEach === 1 && code === 32 ? wordSpace : 0
      width += (font.widthOf(code) * size + characterSpace + word) * stretch
    }
    const matrix = multiplied(this.text, this.state.matrix)
    const box = intersection(
      movedBox(matrix, [0, rise - 0.25 * size, width, rise + 0.95 * size]),
      this.state.clip
    )
    this.advance(width)
    const isBlank = font.bytesEach === 1 && bytes.every((byte) => byte === 32)
    return box && !isInvisible && !isBlank ? [{ box }] : []
  }

  private advance(width: number): void {
    this.text = multiplied([1, 0, 0, 1, width, 0], this.text)
  }

  private nextLine(x: number, y: number): void {
    this.text = this.line = multiplied([1, 0, 0, 1, x, y], this.line)
  }

  private current(): [number, number][] {
    if (this.subpaths.length === 0) this.subpaths.push([])
    return this.subpaths.at(-1)!
  }

  private clipped(box: Box): Box {
    return intersection(box, this.state.clip) ?? [0, 0, 0, 0]
  }
}

function sixOf(values: number[]): Matrix {
  return values.length >= 6 ? (values.slice(0, 6) as Matrix) : IDENTITY
}
