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
import { PageStructure } from './page_structure.js'

type Value = PdfObject | null | undefined

/**
 * By what door a value was reached. A `link` names a page (a destination, /Parent, /P): it does not
 * lead to what else hangs from that page; an `annotation` (/Obj of a structure) names a widget that
 * is judged on its own. Anything else is `content`, the page object included: a page may be drawn
 * as a form, and then its every key counts. `links` is a list of pages that only names them.
 */
type Role = 'content' | 'link' | 'links' | 'annotation'

interface Pair {
  one: Value
  other: Value
  role: Role
}

/**
 * Compares objects of two revisions of one file by what they mean, following references on both
 * sides. An object is held to be the same only for the role in which it was compared.
 */
export class RevisionComparison {
  private readonly proven = new Set<string>()
  private readonly pages: [PageStructure, PageStructure]

  constructor(
    private readonly before: PDF,
    private readonly after: PDF
  ) {
    this.pages = [new PageStructure(before), new PageStructure(after)]
  }

  /** True when the two values say the same thing. */
  isSame(one: Value, other: Value): boolean {
    return this.holds([{ one, other, role: 'content' }])
  }

  /** The same of two dictionaries, some of their own keys left out. */
  isSameBut(except: string[], one: Value, other: Value): boolean {
    const [was, is] = [this.resolve(this.before, one), this.resolve(this.after, other)]
    if (!(was instanceof PdfDict && is instanceof PdfDict)) return was === is
    if (!isSameShape(was, is)) return false
    return this.holds(this.entries(was, is, except))
  }

  /** True when both are streams of the same bytes, or neither is a stream. */
  isSameStream(one: PdfDict, other: PdfDict): boolean {
    return isSameShape(one, other)
  }

  /** The same of two annotations, wherever they say that they hang. */
  isSameAnnotation(one: Value, other: Value): boolean {
    return this.isSameBut(LINKS_OF_ANNOTATION, one, other)
  }

  /** Pairs are settled one after the other, never by recursion: a stranger's chain may be endless. */
  private holds(pairs: Pair[]): boolean {
    const seen = new Set<string>()
    const waiting = [...pairs]
    for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
      const key = keyOf(pair)
      if (key !== null && (seen.has(key) || this.proven.has(key))) continue
      if (key !== null) seen.add(key)
      const below = this.unfold(pair)
      if (!below) return false
      waiting.push(...below)
    }
    for (const key of seen) this.proven.add(key)
    return true
  }

  /** What remains to be compared when the two values agree on their surface; null when they do not. */
  private unfold({ one, other, role }: Pair): Pair[] | null {
    const [was, is] = [this.resolve(this.before, one), this.resolve(this.after, other)]
    if (was === null || is === null) return was === is ? [] : null
    const [place, placeNow] = [this.pages[0].placeOf(one), this.pages[1].placeOf(other)]
    if (place !== placeNow) return null
    if (was instanceof PdfDict && is instanceof PdfDict) {
      if (!isSameShape(was, is)) return null
      if (role === 'annotation' && isWidget(was) && isWidget(is)) return []
      return this.entries(was, is, place && role === 'link' ? HANGING_FROM_PAGES : [])
    }
    if (was instanceof PdfArray && is instanceof PdfArray) return itemsOf(was, is, role)
    return isSameScalar(was, is) ? [] : null
  }

  /** No key is left out but those named: an XObject may well be called /P or /Parent. */
  private entries(one: PdfDict, other: PdfDict, except: string[]): Pair[] {
    const ignored = one instanceof PdfStream ? [...except, 'Length'] : except
    const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value))
    return [...keys]
      .filter((key) => !ignored.includes(key))
      .map((key) => ({
        one: one.get(key),
        other: other.get(key),
        role: ROLES[key] ?? 'content',
      }))
  }

  private resolve(pdf: PDF, value: Value): PdfObject | null {
    const found = value instanceof PdfRef ? pdf.context.resolve(value) : value
    return found instanceof PdfNull ? null : (found ?? null)
  }
}

/** Tools that sign write them or not; followed, they would lead through the whole document. */
const LINKS_OF_ANNOTATION = ['Parent', 'P', 'StructParent']

/** /O is the list of pages that came from one address of the Web (ISO 32000-1 table 352). */
const ROLES: Record<string, Role> = {
  Parent: 'link',
  P: 'link',
  Pg: 'link',
  O: 'links',
  Obj: 'annotation',
}

/** Later signatures and marks hang there, and are judged one by one elsewhere. */
const HANGING_FROM_PAGES = ['Annots', 'Kids', 'Parent']

/** How a destination says what to show of its page (ISO 32000-1 table 151). */
const FITS = ['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV']

/** Null for what is written in place: it cannot be met twice by another way. */
function keyOf({ one, other, role }: Pair): string | null {
  if (!(one instanceof PdfRef && other instanceof PdfRef)) return null
  return `${one.objectNumber} ${one.generation} ${other.objectNumber} ${other.generation} ${role}`
}

function itemsOf(one: PdfArray, other: PdfArray, role: Role): Pair[] | null {
  if (one.length !== other.length) return null
  const fit = one.at(1)
  const isDestination = fit instanceof PdfName && FITS.includes(fit.value)
  return one.toArray().map((item, index) => ({
    one: item,
    other: other.at(index),
    role: role === 'links' || (isDestination && index === 0) ? 'link' : 'content',
  }))
}

function isWidget(dict: PdfDict): boolean {
  return !(dict instanceof PdfStream) && dict.getName('Subtype')?.value === 'Widget'
}

/** Both are streams of the same bytes, or neither is a stream. */
function isSameShape(one: PdfDict, other: PdfDict): boolean {
  if (one instanceof PdfStream && other instanceof PdfStream) return sameBytes(one.data, other.data)
  return !(one instanceof PdfStream) && !(other instanceof PdfStream)
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
