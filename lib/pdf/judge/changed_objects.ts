import { PdfUnfaithful } from '#lib/signature/errors'
import { Dict, Name, Ref, same, sameEntries, type Value } from '../witness/values.js'
import type { Witness } from '../witness/witness.js'

/** An annotation that a page has and had not. */
export interface NewAnnotation {
  page: number
  ref: Ref
}

const OF_A_FORM = ['Fields', 'SigFlags']

/** Throws E_PDF_UNFAITHFUL when an object says anything else than before, but for our additions. */
export function refuseOtherChanges(before: Witness, after: Witness, changed: number[]): void {
  const catalogue = before.trailer('Root')
  const [form, formNow] = [before, after].map(
    (side) => side.dict(catalogue)?.get('AcroForm') ?? null
  )
  for (const number of changed) {
    const [was, is] = [before, after].map((side) => side.said(number)!.value)
    if (!(was instanceof Dict && is instanceof Dict)) throw changedObject(was)
    if (!sameEntries(was, is, keysThatMayChange(number))) throw changedObject(was)
  }
  const [fields, fieldsNow] = [before.dict(form), after.dict(formNow)]
  if (!fields) return
  if (form instanceof Ref && !same(form, formNow)) throw changedObject(fields)
  if (!fieldsNow || !sameEntries(fields, fieldsNow, OF_A_FORM)) throw changedObject(fields)
  addedTo(before.list(fields.get('Fields')), after.list(fieldsNow.get('Fields')))

  function keysThatMayChange(number: number): string[] {
    const dict = before.dict(new Ref(number, 0))!
    if (catalogue instanceof Ref && catalogue.number === number) return ['AcroForm']
    if (form instanceof Ref && form.number === number) return OF_A_FORM
    if (isA(dict, 'Page')) return ['Annots']
    return isWaiting(before, dict) ? ['V', 'AP'] : []
  }
}

/** The annotations that a page has, after those that it had. */
export function newAnnotations(
  before: Witness,
  after: Witness,
  changed: number[]
): NewAnnotation[] {
  return changed.flatMap((page) => {
    const [was, is] = [before, after].map((side) => side.dict(new Ref(page, 0))!)
    if (!isA(was, 'Page')) return []
    const added = addedTo(before.list(was.get('Annots')), after.list(is.get('Annots')))
    return added.map((ref) => ({ page, ref }))
  })
}

/** What follows the items that a list had, all of them references. */
function addedTo(was: Value[], is: Value[]): Ref[] {
  const added = is.slice(was.length).filter((item) => item instanceof Ref)
  const isKept = same(was, is.slice(0, was.length)) && added.length === is.length - was.length
  if (!isKept) throw new PdfUnfaithful('des annotations ou des champs auraient changé')
  return added
}

/** A signature field without a signature, or the place of one on a page. */
function isWaiting(before: Witness, dict: Dict): boolean {
  const parent = before.dict(dict.get('Parent'))
  const type = before.resolve(dict.get('FT') ?? parent?.get('FT') ?? null)
  const isSignature = type instanceof Name && type.bytes === 'Sig'
  return isSignature && !before.dict(dict.get('V')) && !before.dict(parent?.get('V') ?? null)
}

function isA(dict: Dict, type: string): boolean {
  const said = dict.get('Type')
  return said instanceof Name && said.bytes === type
}

function changedObject(was: Value): Error {
  const what = was instanceof Dict && isA(was, 'Page') ? 'une page' : 'un élément du document'
  return new PdfUnfaithful(`${what} ne serait plus la même chose`)
}
