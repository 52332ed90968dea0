import { type PdfArray, PdfName, PdfRef, type PdfObject } from '@libpdf/core'

/** A value of a PDF, or nothing. */
export type Value = PdfObject | null | undefined

/**
 * By what door a value was reached. A `link` names a page (a destination, /Parent, /P): it does not
 * lead to what else hangs from that page; `links` is a list of pages that only names them. A `box`
 * is measured in points. `structure` is the tree of what the document says to whoever listens to it,
 * and `above` a node that leads back in it: there alone /Obj names an `annotation`, a widget that is
 * judged on its own. Anything else is `content`, the page object included: a page may be drawn as a
 * form, and then its every key counts; resources may be called anything, /Obj too.
 */
export type Role = 'content' | 'link' | 'links' | 'box' | 'structure' | 'above' | 'annotation'

/** The same place of two revisions, and how it was reached. */
export interface Pair {
  one: Value
  other: Value
  role: Role
}

/** /O is the list of pages that came from one address of the Web (ISO 32000-1 table 352). */
const ROLES: Record<string, Role> = {
  Parent: 'link',
  P: 'link',
  Pg: 'link',
  O: 'links',
  MediaBox: 'box',
  CropBox: 'box',
  BleedBox: 'box',
  TrimBox: 'box',
  ArtBox: 'box',
  Rect: 'box',
}

const IN_STRUCTURE: Record<string, Role> = {
  Parent: 'above',
  P: 'above',
  Pg: 'link',
  Obj: 'annotation',
}

/** The role of what stands behind a key, in the structure or anywhere else. */
export const roleBehind = (key: string, inStructure = false): Role =>
  inStructure ? (IN_STRUCTURE[key] ?? 'structure') : (ROLES[key] ?? 'content')

/** How a destination says what to show of its page (ISO 32000-1 table 151). */
const FITS = ['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV']

/** Null for what is written in place: it cannot be met twice by another way. */
export function keyOf({ one, other, role }: Pair): string | null {
  if (!(one instanceof PdfRef && other instanceof PdfRef)) return null
  return `${one.objectNumber} ${one.generation} ${other.objectNumber} ${other.generation} ${role}`
}

/** What the items of a list are when it is one of these. */
const KEPT: Partial<Record<Role, Role>> = { structure: 'structure', above: 'structure', box: 'box' }

/** The pairs of items of two lists, or null when they have not as many. */
export function itemsOf(one: PdfArray, other: PdfArray, role: Role): Pair[] | null {
  if (one.length !== other.length) return null
  const fit = one.at(1)
  const isDestination = fit instanceof PdfName && FITS.includes(fit.value)
  return one.toArray().map((item, index) => ({
    one: item,
    other: other.at(index),
    role: role === 'links' || (isDestination && index === 0) ? 'link' : (KEPT[role] ?? 'content'),
  }))
}
