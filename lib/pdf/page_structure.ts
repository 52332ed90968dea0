import { type PDF, PdfDict, PdfRef, PdfStream, type PdfObject } from '@libpdf/core'

/** What of a file is its skeleton: the catalogue, the nodes of the page tree, the pages. */
export class PageStructure {
  /** Place in the skeleton by object number: « page 3 », « node 0 », « catalogue ». */
  private readonly places = new Map<number, string>()

  constructor(private readonly pdf: PDF) {
    const root = pdf.context.info.trailer.get('Root')
    if (root instanceof PdfRef) this.places.set(root.objectNumber, 'catalogue')
    const pages = pdf.context.pages.getPages()
    for (const [rank, page] of pages.entries()) this.addAncestors(page, rank)
    for (const [rank, page] of pages.entries()) this.places.set(page.objectNumber, `page ${rank}`)
  }

  /** Null for anything that is not the skeleton. */
  placeOf(value: PdfObject | null | undefined): string | null {
    return value instanceof PdfRef ? (this.places.get(value.objectNumber) ?? null) : null
  }

  /** True when an object of the skeleton is also a drawing, which a later update could swap. */
  holdsDrawing(): boolean {
    return [...this.places.keys()].some(
      (number) => this.pdf.context.resolve(PdfRef.of(number, 0)) instanceof PdfStream
    )
  }

  private addAncestors(page: PdfRef, rank: number): void {
    let above = this.parentOf(page)
    for (let height = 1; above && !this.places.has(above.objectNumber); height++) {
      this.places.set(above.objectNumber, `node ${rank} ${height}`)
      above = this.parentOf(above)
    }
  }

  private parentOf(ref: PdfRef): PdfRef | null {
    const dict = this.pdf.context.resolve(ref)
    const parent = dict instanceof PdfDict ? dict.get('Parent') : null
    return parent instanceof PdfRef ? parent : null
  }
}
