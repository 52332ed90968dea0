import type { Drawn } from './drawn.js'
import { sixOf, type GraphicsState } from './graphics_state.js'
import { IDENTITY, intersection, movedBox, multiplied, type Matrix } from './matrix.js'
import type { Operand, Operation } from './operations.js'

/** Where the next glyph comes, and what the shown ones take (ISO 32000-1 §9.4). */
export class TextCursor {
  private text: Matrix = IDENTITY
  private line: Matrix = IDENTITY

  /** What a text operator writes; nothing for the others. */
  write(state: GraphicsState, { operator, operands }: Operation, values: number[]): Drawn[] {
    if (operator === 'BT') this.text = this.line = IDENTITY
    else if (operator === 'Tm') this.text = this.line = sixOf(values)
    else if (operator === 'Td') this.nextLine(values[0], values[1])
    else if (operator === 'TD') {
      state.leading = -values[1]
      this.nextLine(values[0], values[1])
    } else if (operator === 'T*') this.nextLine(0, -state.leading)
    else if (operator === 'Tj') return this.show(state, [operands[0]])
    else if (operator === 'TJ')
      return this.show(state, Array.isArray(operands[0]) ? operands[0] : [])
    else if (operator === "'" || operator === '"') {
      if (operator === '"')
        Object.assign(state, { wordSpace: values[0], characterSpace: values[1] })
      this.nextLine(0, -state.leading)
      return this.show(state, [operands.at(-1)!])
    }
    return []
  }

  private show(state: GraphicsState, pieces: Operand[]): Drawn[] {
    return pieces.flatMap((piece) => {
      if (typeof piece === 'number') this.advance((-piece / 1000) * state.size * state.stretch)
      return Buffer.isBuffer(piece) ? this.showString(state, piece) : []
    })
  }

  private showString(state: GraphicsState, bytes: Buffer): Drawn[] {
    const { font, size, characterSpace, wordSpace, stretch, rise, isInvisible } = state
    let width = 0
    for (let at = 0; at + font.bytesEach <= bytes.length; at += font.bytesEach) {
      const code = bytes.readUIntBE(at, font.bytesEach)
      const word = font.bytesEach === 1 && code === 32 ? wordSpace : 0
      width += (font.widthOf(code) * size + characterSpace + word) * stretch
    }
    const matrix = multiplied(this.text, state.matrix)
    const box = intersection(
      movedBox(matrix, [0, rise - 0.25 * size, width, rise + 0.95 * size]),
      state.clip
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
}
