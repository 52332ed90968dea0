import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfNull,
  PdfRef,
  PdfStream,
  type PdfObject,
} from '@libpdf/core'
import { itemsOf, keyOf, roleBehind, type Pair, type Role, type Value } from './compared_pair.js'
import { PageStructure } from './page_structure.js'
import { isSameScalar, isSameShape } from './same_value.js'

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

  /** True when the two values say the same thing, in the role in which they are met. */
  isSame(one: Value, other: Value, role: Role = 'content'): boolean {
    return this.holds([{ one, other, role }])
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
      const isLink = role === 'link' || role === 'above'
      const inStructure = !place && (role === 'structure' || role === 'above')
      return this.entries(was, is, place && isLink ? HANGING_FROM_PAGES : [], inStructure)
    }
    if (was instanceof PdfArray && is instanceof PdfArray) return itemsOf(was, is, role)
    return isSameScalar(was, is, role === 'box') ? [] : null
  }

  /**
   * No key is left out but those named: an XObject may well be called /P or /Parent. Nor is the
   * length of a stream: readers end it there, whatever bytes follow that the library finds.
   */
  private entries(one: PdfDict, other: PdfDict, except: string[], inStructure = false): Pair[] {
    const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value))
    return [...keys]
      .filter((key) => !except.includes(key))
      .map((key) => ({
        one: one.get(key),
        other: other.get(key),
        role: roleBehind(key, inStructure),
      }))
  }

  private resolve(pdf: PDF, value: Value): PdfObject | null {
    const found = value instanceof PdfRef ? pdf.context.resolve(value) : value
    return found instanceof PdfNull ? null : (found ?? null)
  }
}

/** Tools that sign write them or not; followed, they would lead through the whole document. */
const LINKS_OF_ANNOTATION = ['Parent', 'P', 'StructParent']

/** Later signatures and marks hang there, and are judged one by one elsewhere. */
const HANGING_FROM_PAGES = ['Annots', 'Kids', 'Parent']

function isWidget(dict: PdfDict): boolean {
  return !(dict instanceof PdfStream) && dict.getName('Subtype')?.value === 'Widget'
}
