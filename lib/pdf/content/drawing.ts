import type { Box } from '../page.js'
import { clipped, type Drawn } from './drawn.js'
import { UNKNOWN_FONT, type GlyphWidths } from './glyph_widths.js'
import { initialState, setEntry, type GraphicsState } from './graphics_state.js'
import { intersection, movedBox, multiplied, type Matrix } from './matrix.js'
import type { Operation } from './operations.js'
import { Path } from './path.js'
import { TextCursor } from './text_cursor.js'

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'])

/** What chooses how fills are coloured; a pattern is named last (ISO 32000-1 §8.6.8). */
const COLOURS = new Set(['g', 'rg', 'k', 'sc', 'scn'])

/** The graphics state of a content stream, and what each operation draws in the space of the page. */
export class Drawing {
  private state: GraphicsState
  private readonly saved: GraphicsState[] = []
  private readonly path = new Path()
  private readonly text = new TextCursor()

  constructor(matrix: Matrix, clip: Box) {
    this.state = initialState(matrix, clip)
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

  setLineWidth(lineWidth: number): void {
    this.state.lineWidth = lineWidth
  }

  /** Where an image comes: the unit square. */
  square(): Drawn {
    return { box: clipped(movedBox(this.state.matrix, [0, 0, 1, 1]), this.state.clip) }
  }

  apply(operation: Operation): Drawn[] {
    const { operator, operands } = operation
    const values = operands.map((operand) => (typeof operand === 'number' ? operand : 0))
    if (COLOURS.has(operator)) this.state.fillsPattern = typeof operands.at(-1) === 'string'
    if (PAINTS.has(operator)) return this.path.paint(operator, this.state)
    if (operator === 'sh') return [{ box: this.state.clip, isPlain: true }]
    if (operator === 'EI') return [this.square()]
    if (this.path.build(this.state.matrix, operator, values)) return []
    if (this.saves(operator) || setEntry(this.state, operator, values)) return []
    return this.text.write(this.state, operation, values)
  }

  private saves(operator: string): boolean {
    if (operator === 'q') this.saved.push({ ...this.state })
    else if (operator === 'Q') this.state = this.saved.pop() ?? this.state
    else return false
    return true
  }
}
