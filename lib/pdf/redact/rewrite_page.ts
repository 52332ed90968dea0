import { type PDF, PdfDict, type PdfRef, PdfStream, type PdfObject } from '@libpdf/core'
import type { Operand } from '../content/content_reader.js'
import { sixOf } from '../content/graphics_state.js'
import { IDENTITY, intersection, movedBox, multiplied, type Matrix } from '../content/matrix.js'
import { arrayAt, dictAt, resolved } from '../document.js'
import { blankedImage } from './blank_image.js'
import { RedactionInexact } from './errors.js'
import type { PageCut } from './cuts.js'
import { countIn, type FreshPdf } from './fresh_pdf.js'
import { keptResources } from './kept_resources.js'
import { PaintedPath } from './painted_path.js'
import { placedOperations, type PlacedOperation } from '../content/operations.js'
import { isShow, withoutGlyphs } from './rewrite_show.js'
import type { Run } from './shown_runs.js'

const DEEPEST_FORM = 12

/** A content of the page, or of one of its forms, as it is written again. */
interface Written {
  content: Buffer
  resources: PdfDict
}

/** Writes the content of one page again, with its forms, without what goes from it. */
export class PageRewrite {
  images = 0
  private run = 0

  constructor(
    private readonly about: { pdf: PDF; fresh: FreshPdf; number: number },
    private readonly runs: Run[],
    private readonly cut: Pick<PageCut, 'gone' | 'boxes'>
  ) {}

  /** @throws E_REDACTION_INEXACT when something of it cannot be taken away exactly */
  async page(content: Buffer, resources: PdfDict): Promise<Written> {
    const written = await this.follow(content, resources, IDENTITY, 0)
    if (this.run !== this.runs.length)
      throw this.inexact('ses lettres sont écrites d’une façon rare')
    return written
  }

  private async follow(
    content: Buffer,
    resources: PdfDict,
    start: Matrix,
    depth: number
  ): Promise<Written> {
    const parts: Buffer[] = []
    const objects = new PdfDict()
    const saved: Matrix[] = []
    const path = new PaintedPath(this.cut.boxes)
    let [matrix, at] = [start, 0]
    const replace = ({ start: from, end }: PlacedOperation, by: string) => {
      parts.push(content.subarray(at, from), Buffer.from(`${by}\n`, 'latin1'))
      at = end
    }
    for (const operation of placedOperations(content)) {
      const { operator, operands } = operation
      if (operator === 'q') saved.push(matrix)
      else if (operator === 'Q') {
        if (saved.length === 0) replace(operation, ' ')
        matrix = saved.pop() ?? matrix
      } else if (operator === 'cm') matrix = multiplied(sixOf(operands.map(Number)), matrix)
      // What is said in the place of what is drawn (ISO 32000-1 §14.9.4)
      else if (operator === 'BDC') replace(operation, ' /Span BMC')
      else if (operator === 'DP') replace(operation, ' ')
      else if (operator === 'EI') this.refuseUnder(matrix)
      else if (operator === 'Do') {
        const name = await this.draw(nameIn(operands[0]), resources, { matrix, depth, objects })
        replace(operation, name ? ` /${name} Do` : ' ')
      } else if (isShow(operation)) this.show(operation, replace)
      else {
        const painted = path.apply(operation, matrix)
        if (painted === 'part') throw this.inexact('un dessin y mêle ce qui part et ce qui reste')
        if (painted === 'under') replace(operation, ' n')
      }
    }
    parts.push(content.subarray(at), Buffer.from(`\n${'Q '.repeat(saved.length)}`))
    return {
      content: Buffer.concat(parts),
      resources: keptResources(this.about, resources, objects),
    }
  }

  private show(operation: PlacedOperation, replace: (one: PlacedOperation, by: string) => void) {
    const run = this.runs[this.run]
    const gone = this.cut.gone.get(this.run++)
    if (!run || !gone) return
    const written = withoutGlyphs(operation, run, gone)
    if (written === null) throw this.inexact('ses lettres sont écrites d’une façon rare')
    replace(operation, written)
  }

  /** Draws an image or a form, written again, under a name that says nothing. */
  private async draw(
    name: string,
    resources: PdfDict,
    { matrix, depth, objects }: { matrix: Matrix; depth: number; objects: PdfDict }
  ): Promise<string | null> {
    const { pdf } = this.about
    const all = dictAt(pdf, resources, 'XObject')
    const object = all && resolved(pdf, all.get(name))
    if (!(object instanceof PdfStream)) return null
    const copy =
      object.getName('Subtype')?.value === 'Image'
        ? await this.image(object, all!.get(name)!, matrix)
        : await this.form(object, resources, matrix, depth)
    const own = `X${[...objects].length}`
    objects.set(own, copy)
    return own
  }

  private async image(image: PdfStream, ref: PdfObject, matrix: Matrix): Promise<PdfObject> {
    const { fresh } = this.about
    const square = movedBox(matrix, [0, 0, 1, 1])
    const boxes = this.cut.boxes.filter((box) => intersection(box, square))
    if (boxes.length === 0) return fresh.copy(ref)
    const blanked = await blankedImage(this.about, image, matrix, boxes)
    if (!blanked)
      throw this.inexact('une de ses images est écrite d’une façon qui ne se modifie pas ici')
    this.images++
    return fresh.add(blanked)
  }

  private async form(
    form: PdfStream,
    resources: PdfDict,
    matrix: Matrix,
    depth: number
  ): Promise<PdfRef> {
    const { pdf, fresh } = this.about
    if (depth >= DEEPEST_FORM) throw this.inexact('ses dessins sont imbriqués trop loin')
    const own = arrayAt(pdf, form, 'Matrix')?.toArray() ?? []
    const inside = multiplied(sixOf(own.map((one) => countIn(resolved(pdf, one)))), matrix)
    const used = dictAt(pdf, form, 'Resources') ?? resources
    const written = await this.follow(Buffer.from(form.getDecodedData()), used, inside, depth + 1)
    return fresh.add(fresh.restreamed(form, written.content, [['Resources', written.resources]]))
  }

  private refuseUnder(matrix: Matrix): void {
    const square = movedBox(matrix, [0, 0, 1, 1])
    if (this.cut.boxes.some((box) => intersection(box, square)))
      throw this.inexact('une petite image y est écrite dans la page elle-même')
  }

  private inexact(why: string) {
    return new RedactionInexact(this.about.number, why)
  }
}

const nameIn = (operand: Operand | undefined) =>
  typeof operand === 'string' ? operand.slice(1) : ''
