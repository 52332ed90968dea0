import { type PDF, PdfDict } from '@libpdf/core'
import { contentBoxes } from '#lib/pdf/content/boxes'
import { coveredBy } from '#lib/pdf/content/covered'
import { arrayAt, resolved } from '#lib/pdf/document'
import { unitOf, visibleBox, type Box } from '#lib/pdf/page'
import { placeOf } from './mark_place.js'

/** The signed page under the marks: what it shows is read once, when a mark asks. */
export class SignedPage {
  private known: Box[] | null | undefined
  /** How many points one of its units is. */
  readonly unit: number

  constructor(
    private readonly pdf: PDF,
    private readonly page: PdfDict,
    readonly number: string
  ) {
    this.unit = unitOf(pdf, page)
  }

  /** Whether a rectangle hides something of the page; what cannot be read may be hidden. */
  isCovered(rectangle: Box, except?: PdfDict): boolean {
    const boxes = this.content()
    return boxes === null || coveredBy([...boxes, ...this.annotations(except)], rectangle)
  }

  /** « page 1, en bas à droite (60 × 18 mm) ». */
  placeInWords(rectangle: Box): string {
    const [left, bottom, right, top] = visibleBox(this.pdf, this.page)
    const across = third((rectangle[0] + rectangle[2]) / 2, left, right)
    const up = third((rectangle[1] + rectangle[3]) / 2, bottom, top)
    const place = `${['en bas', 'au milieu', 'en haut'][up]} ${['à gauche', 'au centre', 'à droite'][across]}`
    const size = [rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]].map((side) =>
      inMillimetres(side * this.unit)
    )
    return `page ${this.number}, ${place} (${size.join(' × ')} mm)`
  }

  private content(): Box[] | null {
    if (this.known !== undefined) return this.known
    try {
      this.known = contentBoxes(this.pdf, this.page)
    } catch {
      this.known = null
    }
    return this.known
  }

  /** The stamps and fields that the signer saw. */
  private annotations(except?: PdfDict): Box[] {
    const items = arrayAt(this.pdf, this.page, 'Annots')?.toArray() ?? []
    return items.flatMap((item) => {
      const dict = resolved(this.pdf, item)
      if (!(dict instanceof PdfDict) || dict === except || !isDrawn(dict)) return []
      const box = placeOf(this.pdf, dict)
      return box ? [box] : []
    })
  }
}

/** Without a drawing, readers draw by themselves all but these (ISO 32000-1 §12.5.5). */
const NEVER_DRAWN = ['Link', 'Popup', 'Widget']

const isDrawn = (dict: PdfDict) =>
  dict.has('AP') || dict.has('MK') || !NEVER_DRAWN.includes(dict.getName('Subtype')?.value ?? '')

const third = (value: number, from: number, to: number) =>
  Math.min(2, Math.max(0, Math.floor(((value - from) / (to - from || 1)) * 3)))

const inMillimetres = (points: number) => Math.round((points * 25.4) / 72)
