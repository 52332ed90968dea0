import { type PDF, PdfDict, PdfNull, PdfRef, PdfString, type PdfObject } from '@libpdf/core'
import { RevisionComparison } from '#kernel/pdf/compare'
import { arrayAt, catalogOf, dictAt, loadPdf, resolved } from '#kernel/pdf/document'
import { formFields } from '#kernel/pdf/form'
import { inherited, pageAt } from '#kernel/pdf/page'

/** What a page shows, attribute by attribute, in words. */
const PAGE_PARTS: [string, string][] = [
  ['Contents', 'le contenu de la page %s'],
  ['Resources', 'les polices ou les images de la page %s'],
  ['MediaBox', 'le format de la page %s'],
  ['CropBox', 'le cadrage de la page %s'],
  ['Rotate', 'l’orientation de la page %s'],
  ['UserUnit', 'l’échelle de la page %s'],
]

const DOCUMENT_PARTS: [string, string][] = [
  ['OCProperties', 'les calques du document'],
  ['Names', 'les pièces jointes ou les scripts du document'],
  ['OpenAction', 'l’action d’ouverture du document'],
  ['AA', 'les actions automatiques du document'],
]

/** What happened to a document after a signature, in French. */
export interface LaterChanges {
  /** What is no longer as it was signed. */
  altered: string[]
  /** What was laid over the signed pages without touching them: stamps, notes. */
  added: string[]
}

/**
 * Compares a signed revision with the whole file. Later signatures, their stamps and the validation
 * data added for archiving are no change (EN 319 142-1 §5.4); a page redrawn by an incremental
 * update is one, although every digest still matches.
 */
export async function changesSince(signed: Buffer, pdf: PDF): Promise<LaterChanges> {
  const before = await loadPdf(signed).catch(() => null)
  if (!before) return { altered: ['la structure du document signé'], added: [] }
  const [count, countNow] = [before, pdf].map((one) => one.context.pages.getPageCount())
  const altered = count === countNow ? [] : ['le nombre de pages']
  const added: string[] = []
  const comparison = new RevisionComparison(before, pdf)
  for (let index = 0; index < Math.min(count, countNow); index++) {
    const page = pageChanges(before, pdf, comparison, index)
    altered.push(...page.altered)
    added.push(...page.added)
  }
  for (const [key, words] of DOCUMENT_PARTS) {
    const [one, other] = [before, pdf].map((side) => catalogOf(side).get(key))
    if (!comparison.isSame(one, other)) altered.push(words)
  }
  altered.push(...fieldChanges(before, pdf, comparison))
  return { altered, added }
}

function pageChanges(
  before: PDF,
  after: PDF,
  comparison: RevisionComparison,
  index: number
): LaterChanges {
  const [one, other] = [before, after].map((pdf) => pageAt(pdf, index).dict)
  const number = String(index + 1)
  const altered = PAGE_PARTS.filter(([key]) => {
    const [was, is] = [inherited(before, one, key), inherited(after, other, key)]
    return !isBothEmpty(was, is) && !comparison.isSame(was, is)
  }).map(([, words]) => words.replace('%s', number))
  const known = new Set(annotationsOf(before, one).map(objectNumber))
  const was = annotationsOf(before, one).filter((item) => !isSignatureWidget(before, item))
  const is = annotationsOf(after, other).filter(
    (item) => !isLegitimateSignature(after, item, known)
  )
  const kept = was.every((item, at) => comparison.isSame(item, is[at]))
  const marks = is.slice(was.length)
  if (kept && marks.every((item) => isMark(after, item))) {
    return { altered, added: marks.map((item) => markInWords(after, item, number)) }
  }
  return { altered: [...altered, `les annotations de la page ${number}`], added: [] }
}

/** A stamp or a note; a widget would be a field of a form, and may hide what it likes. */
function isMark(pdf: PDF, item: PdfObject): boolean {
  const dict = resolved(pdf, item)
  return dict instanceof PdfDict && dict.getName('Subtype')?.value !== 'Widget'
}

function markInWords(pdf: PDF, item: PdfObject, page: string): string {
  const dict = resolved(pdf, item) as PdfDict
  const text = resolved(pdf, dict.get('Contents'))
  const said = text instanceof PdfString ? text.asString().replace(/\s+/g, ' ').trim() : ''
  return said ? `page ${page} : « ${said.slice(0, 200)} »` : `page ${page} : un dessin`
}

function annotationsOf(pdf: PDF, page: PdfDict): PdfObject[] {
  return arrayAt(pdf, page, 'Annots')?.toArray() ?? []
}

/** A signed field, or one that was already waiting; an empty one that came later could hide text. */
function isLegitimateSignature(pdf: PDF, item: PdfObject, known: Set<number | null>): boolean {
  return isSignatureWidget(pdf, item) && (isSigned(pdf, item) || known.has(objectNumber(item)))
}

function isSignatureWidget(pdf: PDF, item: PdfObject): boolean {
  const widget = resolved(pdf, item)
  if (!(widget instanceof PdfDict)) return false
  const type = widget.getName('FT') ?? dictAt(pdf, widget, 'Parent')?.getName('FT')
  return type?.value === 'Sig'
}

function isSigned(pdf: PDF, item: PdfObject): boolean {
  const widget = resolved(pdf, item)
  if (!(widget instanceof PdfDict)) return false
  const parent = dictAt(pdf, widget, 'Parent')
  const signature = dictAt(pdf, widget, 'V') ?? (parent && dictAt(pdf, parent, 'V'))
  return Boolean(signature?.has('ByteRange'))
}

function objectNumber(item: PdfObject): number | null {
  return item instanceof PdfRef ? item.objectNumber : null
}

/** A signed field keeps its signature and its stamp; any other keeps its value. */
function fieldChanges(before: PDF, after: PDF, comparison: RevisionComparison): string[] {
  const now = new Map(formFields(after).map((field) => [field.name, field.dict]))
  return formFields(before)
    .filter(({ name, type, dict }) => {
      const current = now.get(name)
      if (!current) return true
      const signature = type === 'Sig' ? dictAt(before, dict, 'V') : null
      if (type === 'Sig' && !signature) return false
      const isSame = (key: string) => comparison.isSame(dict.get(key), current.get(key))
      const keepsValue = signature
        ? isSameSignature(signature, dictAt(after, current, 'V'))
        : isSame('V')
      return !keepsValue || !isSame('AP') || !isSame('Rect')
    })
    .map(({ name }) => `le champ « ${name} »`)

  /** Its other entries may point at the whole document (/Reference /Data). */
  function isSameSignature(one: PdfDict, other: PdfDict | null): boolean {
    return ['ByteRange', 'Contents'].every((key) =>
      comparison.isSame(one.get(key), other?.get(key))
    )
  }
}

function isBothEmpty(one: PdfObject | null, other: PdfObject | null): boolean {
  return [one, other].every(
    (value) => !value || value instanceof PdfNull || (value instanceof PdfDict && value.size === 0)
  )
}
