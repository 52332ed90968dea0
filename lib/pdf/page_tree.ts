import { type PDF, PdfDict, PdfName, PdfNumber, PdfRef, type PdfObject } from '@libpdf/core'
import { arrayAt, catalogOf, resolved } from './document.js'

/** The tree of pages as it is written, and not as one reader mends it. */
export interface PageTree {
  /** Its nodes and its leaves, with the number of each and what it says of itself. */
  shape: string[]
  /** Its nodes in that order: some readers hand down what these hold, whatever /Parent says. */
  nodes: PdfDict[]
  /** Pages that other readers show and the library passes over: without a type, for one. */
  passedOver: PdfObject[]
}

const MOST_NODES = 50_000
const DEEPEST = 64

/**
 * Walks /Pages by its /Kids, each of them as often as it is named: readers show a page twice that is
 * named twice. Throws RangeError for a tree without end.
 */
export function pageTreeOf(pdf: PDF): PageTree {
  const known = new Set(pdf.context.pages.getPages().map((ref) => ref.objectNumber))
  const tree: PageTree = { shape: [], nodes: [], passedOver: [] }
  const above = new Set<PdfObject>()
  const walk = (item: PdfObject | null | undefined, depth: number) => {
    if (depth > DEEPEST || tree.shape.length > MOST_NODES)
      throw new RangeError('a tree without end')
    const node = resolved(pdf, item)
    const kids = node instanceof PdfDict ? arrayAt(pdf, node, 'Kids') : null
    const number = item instanceof PdfRef ? item.objectNumber : null
    tree.shape.push([depth, number, ...(kids ? saidBy(pdf, node as PdfDict) : [])].join(' '))
    if (kids) tree.nodes.push(node as PdfDict)
    if (!kids && item && (number === null || !known.has(number))) tree.passedOver.push(item)
    // A tree that comes back on itself is read once on its way down
    if (!kids || above.has(node!)) return
    above.add(node!)
    for (const kid of kids.toArray()) walk(kid, depth + 1)
    above.delete(node!)
  }
  walk(catalogOf(pdf).get('Pages'), 0)
  return tree
}

/** Readers trust the type and the count of a node more or less. */
function saidBy(pdf: PDF, node: PdfDict): string[] {
  return ['Type', 'Count'].map((key) => {
    const value = resolved(pdf, node.get(key))
    return value instanceof PdfName || value instanceof PdfNumber ? String(value.value) : '?'
  })
}
