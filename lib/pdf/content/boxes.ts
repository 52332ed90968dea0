import { type PDF, PdfArray, PdfDict, PdfNumber, PdfStream } from '@libpdf/core'
import { arrayAt, dictAt, resolved } from '../document.js'
import { boxOf, inherited, visibleBox, type Box } from '../page.js'
import { Drawing } from './drawing.js'
import { IDENTITY, areaOf, intersection, multiplied, type Matrix } from './matrix.js'
import { operationsOf, type Operand, type Operation } from './operations.js'
import { glyphWidths } from './glyph_widths.js'

const DEEPEST_FORM = 12
const MOST_BOXES = 200_000

/** A plain colour under the whole page says nothing that a mark could hide. */
const BACKGROUND = 0.5

/**
 * Where a page shows something, in its own space: one box for each piece of text, line, filled
 * shape or image. Throws when the content cannot be followed to its end.
 */
export function contentBoxes(pdf: PDF, page: PdfDict): Box[] {
  const resources = inherited(pdf, page, 'Resources')
  const walk = new ContentWalk(pdf, visibleBox(pdf, page))
  const root = resources instanceof PdfDict ? resources : new PdfDict()
  walk.follow(contentOf(pdf, page), root, new Drawing(IDENTITY, visibleBox(pdf, page)), 0)
  return walk.boxes
}

function contentOf(pdf: PDF, page: PdfDict): Buffer {
  const contents = resolved(pdf, page.get('Contents'))
  const parts = contents instanceof PdfArray ? contents.toArray() : [contents]
  const streams = parts.map((part) => resolved(pdf, part))
  const texts = streams.flatMap((one) => (one instanceof PdfStream ? [one.getDecodedData()] : []))
  return Buffer.concat(texts.flatMap((text) => [text, Buffer.from('\n')]))
}

class ContentWalk {
  readonly boxes: Box[] = []

  constructor(
    private readonly pdf: PDF,
    private readonly page: Box
  ) {}

  follow(content: Buffer, resources: PdfDict, drawing: Drawing, depth: number): void {
    for (const operation of operationsOf(content)) {
      const { operator, operands } = operation
      if (operator === 'Do') this.drawObject(nameIn(operands[0]), resources, drawing, depth)
      else if (operator === 'Tf') this.chooseFont(operation, resources, drawing)
      else if (operator === 'gs') this.useState(nameIn(operands[0]), resources, drawing)
      else this.keep(drawing.apply(operation))
    }
  }

  private chooseFont({ operands }: Operation, resources: PdfDict, drawing: Drawing): void {
    const fonts = dictAt(this.pdf, resources, 'Font')
    const font = fonts && dictAt(this.pdf, fonts, nameIn(operands[0]))
    drawing.setFont(font ? glyphWidths(this.pdf, font) : null, Number(operands[1]) || 0)
  }

  /** A font and a width of lines may come with a graphics state (ISO 32000-1 table 58). */
  private useState(name: string, resources: PdfDict, drawing: Drawing): void {
    const states = dictAt(this.pdf, resources, 'ExtGState')
    const state = states && dictAt(this.pdf, states, name)
    const [font, size] = [0, 1].map((rank) =>
      resolved(this.pdf, (state && arrayAt(this.pdf, state, 'Font'))?.at(rank))
    )
    if (font instanceof PdfDict && size instanceof PdfNumber)
      drawing.setFont(glyphWidths(this.pdf, font), size.value)
    const width = state && resolved(this.pdf, state.get('LW'))
    if (width instanceof PdfNumber) drawing.setLineWidth(width.value)
  }

  private drawObject(name: string, resources: PdfDict, drawing: Drawing, depth: number): void {
    const objects = dictAt(this.pdf, resources, 'XObject')
    const object = objects && resolved(this.pdf, objects.get(name))
    if (!(object instanceof PdfStream)) return
    if (object.getName('Subtype')?.value === 'Image') return this.keep([drawing.square()])
    if (depth >= DEEPEST_FORM) throw new RangeError('forms drawn too deep')
    const matrix = matrixOf(this.pdf, arrayAt(this.pdf, object, 'Matrix'))
    const inside = drawing.nested(matrix, boxOf(this.pdf, resolved(this.pdf, object.get('BBox'))))
    const own = dictAt(this.pdf, object, 'Resources') ?? resources
    this.follow(Buffer.from(object.getDecodedData()), own, inside, depth + 1)
  }

  private keep(drawn: { box: Box; isPlain?: boolean }[]): void {
    for (const { box, isPlain } of drawn) {
      const shown = intersection(box, this.page)
      if (!shown || (isPlain && areaOf(shown) >= BACKGROUND * areaOf(this.page))) continue
      if (this.boxes.push(shown) > MOST_BOXES) throw new RangeError('too much on one page')
    }
  }
}

const nameIn = (operand: Operand | undefined) =>
  typeof operand === 'string' ? operand.slice(1) : ''

function matrixOf(pdf: PDF, array: PdfArray | null): Matrix {
  const values = (array?.toArray() ?? []).map((item) => resolved(pdf, item))
  if (values.length !== 6 || !values.every((item) => item instanceof PdfNumber)) return IDENTITY
  return multiplied(values.map((item) => item.value) as Matrix, IDENTITY)
}
