import { type PDF, PdfDict, PdfNull, PdfString, type PdfObject } from '@libpdf/core'
import { RevisionComparison } from '#kernel/pdf/compare'
import { arrayAt, catalogOf, dictAt, loadPdf, resolved } from '#kernel/pdf/document'
import { formFields, type FormField } from '#kernel/pdf/form'
import { inherited, pageAt } from '#kernel/pdf/page'
import { SignatureWidgets } from './signature_widgets.js'

/** What a page shows, attribute by attribute, in words. */
const PAGE_PARTS: [string, string][] = [
  ['Contents', 'le contenu de la page %s'],
  ['Resources', 'les polices ou les images de la page %s'],
  ['MediaBox', 'le format de la page %s'],
  ['CropBox', 'le cadrage de la page %s'],
  ['Rotate', 'l’orientation de la page %s'],
  ['UserUnit', 'l’échelle de la page %s'],
  ['Group', 'la transparence de la page %s'],
  ['AA', 'les actions automatiques de la page %s'],
]

const DOCUMENT_PARTS: [string, string][] = [
  ['OCProperties', 'les calques du document'],
  ['Names', 'les pièces jointes ou les scripts du document'],
  ['OpenAction', 'l’action d’ouverture du document'],
  ['AA', 'les actions automatiques du document'],
  ['Collection', 'la présentation du document'],
  ['AF', 'les fichiers joints au document'],
]

/** What can make a reader show something else than the pages and the values of the fields. */
const FORM_PARTS: [string, string][] = [
  ['XFA', 'le formulaire du document'],
  ['NeedAppearances', 'l’affichage du formulaire'],
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
  // Readers mend a broken file each in their own way: nobody can say what they will show.
  if (pdf.recoveredViaBruteForce && !before.recoveredViaBruteForce)
    altered.push('la structure du document')
  const added: string[] = []
  const comparison = new RevisionComparison(before, pdf)
  const widgets = new SignatureWidgets(before, pdf, comparison)
  for (let index = 0; index < Math.min(count, countNow); index++) {
    const page = pageChanges(before, pdf, { comparison, widgets }, index)
    altered.push(...page.altered)
    added.push(...page.added)
  }
  for (const [key, words] of DOCUMENT_PARTS) {
    const [one, other] = [before, pdf].map((side) => catalogOf(side).get(key))
    if (!comparison.isSame(one, other)) altered.push(words)
  }
  const [form, formNow] = [before, pdf].map((side) => dictAt(side, catalogOf(side), 'AcroForm'))
  for (const [key, words] of FORM_PARTS) {
    if (formNow?.has(key) && !comparison.isSame(form?.get(key), formNow.get(key)))
      altered.push(words)
  }
  altered.push(...fieldChanges(before, pdf, comparison, widgets))
  return { altered, added }
}

function pageChanges(
  before: PDF,
  after: PDF,
  { comparison, widgets }: { comparison: RevisionComparison; widgets: SignatureWidgets },
  index: number
): LaterChanges {
  const [one, other] = [before, after].map((pdf) => pageAt(pdf, index).dict)
  const number = String(index + 1)
  const altered = PAGE_PARTS.filter(([key]) => {
    const [was, is] = [inherited(before, one, key), inherited(after, other, key)]
    return !isBothEmpty(was, is) && !comparison.isSame(was, is)
  }).map(([, words]) => words.replace('%s', number))
  const was = annotationsOf(before, one).filter((item) => !widgets.isKnown(item))
  const is = annotationsOf(after, other).filter((item) => !widgets.isLegitimate(item))
  const kept =
    was.every((item, at) => comparison.isSameAnnotation(item, is[at])) &&
    widgets.areStillOn(annotationsOf(before, one), annotationsOf(after, other))
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

/** A signed field keeps its signature and its stamp, a waiting one its place; any other its value. */
function fieldChanges(
  before: PDF,
  after: PDF,
  comparison: RevisionComparison,
  widgets: SignatureWidgets
): string[] {
  const now = new Map(formFields(after).map((field) => [field.name, field.dict]))
  return formFields(before)
    .filter((field) => {
      const current = now.get(field.name)
      if (!current) return true
      if (field.type === 'Sig') return !widgets.areKept(field) || !keepsSignature(field, current)
      return !['V', 'AP', 'Rect'].every((key) =>
        comparison.isSame(field.dict.get(key), current.get(key))
      )
    })
    .map(({ name }) => `le champ « ${name} »`)

  /** Its other entries may point at the whole document (/Reference /Data). */
  function keepsSignature(field: FormField, current: PdfDict): boolean {
    const signature = dictAt(before, field.dict, 'V')
    const signatureNow = dictAt(after, current, 'V')
    return ['ByteRange', 'Contents'].every(
      (key) => !signature || comparison.isSame(signature.get(key), signatureNow?.get(key))
    )
  }
}

function isBothEmpty(one: PdfObject | null, other: PdfObject | null): boolean {
  return [one, other].every(
    (value) => !value || value instanceof PdfNull || (value instanceof PdfDict && value.size === 0)
  )
}
