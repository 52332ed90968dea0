import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfObject,
} from '@libpdf/core'

/**
 * Compares objects of two revisions of one file by what they mean, following references on both
 * sides. Streams that are the same bytes of the same buffer are equal without being read.
 */
export class RevisionComparison {
  private readonly verdicts = new Map<string, boolean>()
  private readonly pages: [Map<number, number>, Map<number, number>]

  constructor(
    private readonly before: PDF,
    private readonly after: PDF
  ) {
    this.pages = [pageNumbers(before), pageNumbers(after)]
  }

  /** True when the two values say the same thing. */
  isSame(one: PdfObject | null | undefined, other: PdfObject | null | undefined): boolean {
    const values = [this.resolve(this.before, one), this.resolve(this.after, other)] as const
    if (!(one instanceof PdfRef && other instanceof PdfRef)) return this.isSameValue(...values)
    const page = this.pages[0].get(one.objectNumber)
    // A link to a page (a destination) is not that page's content, compared on its own.
    if (page !== undefined) return page === this.pages[1].get(other.objectNumber)
    const pair = `${one.objectNumber}-${other.objectNumber}`
    const known = this.verdicts.get(pair)
    if (known !== undefined) return known
    this.verdicts.set(pair, true)
    const same = this.isSameValue(...values)
    this.verdicts.set(pair, same)
    return same
  }

  /** The same of two annotations, wherever they say that they hang. */
  isSameAnnotation(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
    const [was, is] = [this.resolve(this.before, one), this.resolve(this.after, other)]
    if (!(was instanceof PdfDict && is instanceof PdfDict)) return false
    return this.isSameDict(was, is, LINKS_OF_ANNOTATION)
  }

  private isSameValue(one: PdfObject | null, other: PdfObject | null): boolean {
    if (one === null || other === null) return one === other
    if (one instanceof PdfStream && other instanceof PdfStream) {
      return sameBytes(one.data, other.data) && this.isSameDict(one, other, ['Length'])
    }
    if (one instanceof PdfDict && other instanceof PdfDict) return this.isSameDict(one, other)
    if (one instanceof PdfArray && other instanceof PdfArray) {
      return (
        one.length === other.length &&
        one.toArray().every((item, index) => this.isSame(item, other.at(index)))
      )
    }
    return isSameScalar(one, other)
  }

  /** No key is left out but those named: an XObject may well be called /P or /Parent. */
  private isSameDict(one: PdfDict, other: PdfDict, except: string[] = []): boolean {
    const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value))
    return [...keys].every(
      (key) => except.includes(key) || this.isSame(one.get(key), other.get(key))
    )
  }

  private resolve(pdf: PDF, value: PdfObject | null | undefined): PdfObject | null {
    const found = value instanceof PdfRef ? pdf.context.resolve(value) : value
    return found instanceof PdfNull ? null : (found ?? null)
  }
}

/** Tools that sign write them or not; followed, they would lead through the whole document. */
const LINKS_OF_ANNOTATION = ['Parent', 'P', 'StructParent']

/** The rank of each page by the number of its object. */
function pageNumbers(pdf: PDF): Map<number, number> {
  return new Map(pdf.context.pages.getPages().map((ref, rank) => [ref.objectNumber, rank]))
}

function isSameScalar(one: PdfObject, other: PdfObject): boolean {
  if (one instanceof PdfName && other instanceof PdfName) return one.value === other.value
  if (one instanceof PdfNumber && other instanceof PdfNumber) return isSameNumber(one, other)
  if (one instanceof PdfBool && other instanceof PdfBool) return one.value === other.value
  if (one instanceof PdfString && other instanceof PdfString)
    return sameBytes(one.bytes, other.bytes)
  return false
}

/** Tools that write an object again round its numbers; nobody sees a thousandth of a point. */
function isSameNumber(one: PdfNumber, other: PdfNumber): boolean {
  return Math.abs(one.value - other.value) < 0.001
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  if (one.buffer === other.buffer && one.byteOffset === other.byteOffset) return true
  return Buffer.compare(one, other) === 0
}
