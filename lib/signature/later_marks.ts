import { type PDF, PdfArray, PdfDict, PdfNumber, PdfStream, PdfString } from '@libpdf/core'
import { contentBoxes } from '#lib/pdf/content/boxes'
import { coveredBy } from '#lib/pdf/content/covered'
import { areaOf } from '#lib/pdf/content/matrix'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import { boxOf, unitOf, visibleBox, type Box } from '#lib/pdf/page'

/** What only shows itself (ISO 32000-1 table 169); anything else may act, or carry what acts. */
const QUIET = [
  'Text',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Stamp',
  'Ink',
  'Popup',
]

const ACTIONS = ['A', 'AA', 'PA', 'Dest', 'FS', 'Sound', 'Movie', 'RichMediaContent', '3DD']

/** In square points: twice the stamps that people know, a tenth of a page. */
const LARGEST_STAMP = 50_000
const ICON = 24

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
      if (!(dict instanceof PdfDict) || dict === except || !dict.has('AP')) return []
      const box = boxOf(this.pdf, resolved(this.pdf, dict.get('Rect')))
      return box ? [box] : []
    })
  }
}

/** Why a mark cannot be called harmless, or null when it covers nothing and does nothing. */
export function doubtAbout(
  pdf: PDF,
  mark: PdfDict,
  page: SignedPage,
  { isSignature, waiting }: { isSignature: boolean; waiting?: PdfDict }
): string | null {
  const subtype = mark.getName('Subtype')?.value ?? ''
  if (!isSignature && !QUIET.includes(subtype)) return 'peut déclencher une action'
  if (ACTIONS.some((key) => isThere(pdf, mark, key))) return 'peut déclencher une action'
  const drawn = placeOf(pdf, mark)
  if (drawn === null) return 'ne dit pas où elle se montre'
  if (!isShown(pdf, mark, subtype)) return null
  if (areaOf(drawn) * page.unit ** 2 > LARGEST_STAMP) return 'est plus grande qu’un tampon'
  return page.isCovered(drawn, waiting) ? 'recouvre du contenu signé' : null
}

/** Where a mark may be seen: its rectangle, and every point that it names when it has no drawing. */
export function placeOf(pdf: PDF, mark: PdfDict): Box | null {
  const rectangle = boxOf(pdf, resolved(pdf, mark.get('Rect')))
  if (!rectangle) return null
  const [left, bottom, right, top] = rectangle
  const flags = resolved(pdf, mark.get('F'))
  const keepsItsSize = flags instanceof PdfNumber && (flags.value & (8 | 16)) !== 0
  const isIcon = mark.getName('Subtype')?.value === 'Text' || keepsItsSize
  const reach = isIcon ? Math.max(ICON, right - left, top - bottom) : 0
  const wide: Box = isIcon ? [left - reach, top - reach, left + reach, top + reach] : rectangle
  if (dictAt(pdf, mark, 'AP')) return joined(rectangle, wide)
  const points = ['QuadPoints', 'Vertices', 'L', 'InkList', 'CL'].flatMap((key) =>
    numbersIn(pdf, resolved(pdf, mark.get(key)))
  )
  let place = joined(rectangle, wide)
  for (let at = 0; at + 1 < points.length; at += 2)
    place = joined(place, [points[at], points[at + 1], points[at], points[at + 1]])
  return place
}

/** The words that a mark carries, to tell it from another. */
export function wordsOf(pdf: PDF, mark: PdfDict): string | null {
  const text = resolved(pdf, mark.get('Contents'))
  const said = text instanceof PdfString ? text.asString().replace(/\s+/g, ' ').trim() : ''
  return said ? said.slice(0, 200) : null
}

/** A widget without a drawing shows nothing; readers draw the other kinds by themselves. */
function isShown(pdf: PDF, mark: PdfDict, subtype: string): boolean {
  if (subtype === 'Popup') return isThere(pdf, mark, 'Open')
  const [left, bottom, right, top] = boxOf(pdf, resolved(pdf, mark.get('Rect')))!
  if (right === left && top === bottom) return false
  const drawing = dictAt(pdf, mark, 'AP')
  if (!drawing) return subtype !== 'Widget' || isThere(pdf, mark, 'MK')
  const normal = resolved(pdf, drawing.get('N'))
  return !(normal instanceof PdfStream) || normal.data.length > 0
}

function isThere(pdf: PDF, dict: PdfDict, key: string): boolean {
  const value = resolved(pdf, dict.get(key))
  return value !== null && value.type !== 'null'
}

function numbersIn(pdf: PDF, value: unknown): number[] {
  if (!(value instanceof PdfArray)) return []
  return value.toArray().flatMap((item) => {
    const one = resolved(pdf, item)
    return one instanceof PdfNumber ? [one.value] : numbersIn(pdf, one)
  })
}

function joined(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

const third = (value: number, from: number, to: number) =>
  Math.min(2, Math.max(0, Math.floor(((value - from) / (to - from || 1)) * 3)))

const inMillimetres = (points: number) => Math.round((points * 25.4) / 72)
