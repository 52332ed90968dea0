import { type PDF, PdfArray, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import { arrayAt, resolved } from './document.js'
import { inherited } from './page.js'
import { PageStructure } from './page_structure.js'

/** Whatever hangs from these leads back to the document, by right. */
const LINKS = ['Parent', 'P', 'Pg', 'Popup', 'IRT', 'Dest', 'A', 'AA', 'PieceInfo', 'V', 'Lock']
const MOST_OBJECTS = 200_000

/**
 * Whether a page, a node of their tree or the catalogue is also something that a page draws: a
 * stream, or an object reached from resources or from the drawing of an annotation.
 */
export function usesSkeletonAsDrawing(pdf: PDF): boolean {
  const skeleton = new PageStructure(pdf)
  if (skeleton.holdsDrawing()) return true
  const seen = new Set<PdfObject>()
  const waiting: (PdfObject | null | undefined)[] = []
  for (const ref of pdf.context.pages.getPages()) {
    const page = resolved(pdf, ref)
    if (!(page instanceof PdfDict)) continue
    waiting.push(page.get('Resources') ?? inherited(pdf, page, 'Resources'), page.get('Contents'))
    for (const item of arrayAt(pdf, page, 'Annots')?.toArray() ?? []) {
      if (skeleton.placeOf(item)) return true
      const annotation = resolved(pdf, item)
      if (annotation instanceof PdfDict) waiting.push(annotation.get('AP'))
    }
  }
  while (waiting.length > 0 && seen.size < MOST_OBJECTS) {
    const item = waiting.pop()
    if (skeleton.placeOf(item)) return true
    const value = resolved(pdf, item)
    if (!value || seen.has(value)) continue
    if (item instanceof PdfRef) seen.add(value)
    waiting.push(...below(value, isNameMap(value)))
  }
  return false
}

/** Names of drawings may be anything, /P and /Parent too; those of a structure lead elsewhere. */
function below(value: PdfObject, isMap: boolean): (PdfObject | undefined)[] {
  if (value instanceof PdfArray) return value.toArray()
  if (!(value instanceof PdfDict)) return []
  const keys = [...value.keys()].map((key) => key.value)
  return keys.filter((key) => isMap || !LINKS.includes(key)).map((key) => value.get(key))
}

/** A dictionary that says nothing of itself maps names to drawings. */
function isNameMap(value: PdfObject): boolean {
  return value instanceof PdfDict && !value.has('Type') && !value.has('Subtype') && !value.has('S')
}
