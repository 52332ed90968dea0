import { type PDF, PdfBool, type PdfDict } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { catalogOf, dictAt, resolved } from '#lib/pdf/document'
import { formFields } from '#lib/pdf/form'
import { noChanges, type LaterChanges } from './later_changes.js'

const SHOWN = 'l’affichage du formulaire'

/** How readers draw the values of the fields that do not say it (ISO 32000-1 table 218). */
const BY_DEFAULT = ['DA', 'Q']

/** Compared one by one here or elsewhere, or seen by nobody. */
const JUDGED = ['Fields', 'SigFlags', 'XFA', 'NeedAppearances', ...BY_DEFAULT, 'CO', 'DR']

/** What became of the form as a whole; its fields are compared one by one elsewhere. */
export function formChanges(
  before: PDF,
  after: PDF,
  comparison: RevisionComparison
): Partial<LaterChanges> {
  const changes = noChanges()
  const [form, formNow] = [before, after].map((side) => dictAt(side, catalogOf(side), 'AcroForm'))
  const isKept = (key: string) => comparison.isSame(form?.get(key), formNow?.get(key))
  // Shown in place of the pages, or no longer
  if (!isKept('XFA')) changes.altered.push('le formulaire du document')
  // The drawing of a field and its value may say two things: which one readers show is as signed
  if (isRedrawn(before, form) !== isRedrawn(after, formNow)) changes.altered.push(SHOWN)
  const changed = BY_DEFAULT.filter((key) => !isKept(key))
  if (changed.some((key) => form?.has(key))) changes.altered.push(SHOWN)
  // A tool that adds the first field that is signed gives the form its defaults
  else if (changed.length > 0 && hasValues(before)) changes.completed.push(SHOWN)
  if (form?.has('CO') && !isKept('CO')) changes.completed.push('les calculs du formulaire')
  const others = new Set([form, formNow].flatMap((one) => [...(one?.keys() ?? [])]))
  const isOther = (key: string) => !JUDGED.includes(key) && !isKept(key)
  if ([...others].some((key) => isOther(key.value)))
    changes.completed.push('une entrée inconnue du formulaire')
  if (!keepsItsFonts(form, formNow)) changes.completed.push('les polices du formulaire')
  return changes

  /** Fonts may join those of the form; those that were there stay. */
  function keepsItsFonts(was: PdfDict | null, is: PdfDict | null): boolean {
    const [fonts, fontsNow] = [fontsOf(before, was), fontsOf(after, is)]
    return [...(fonts?.keys() ?? [])].every((key) =>
      comparison.isSame(fonts!.get(key.value), fontsNow?.get(key.value))
    )
  }
}

function isRedrawn(pdf: PDF, form: PdfDict | null): boolean {
  const value = form && resolved(pdf, form.get('NeedAppearances'))
  return value instanceof PdfBool && value.value
}

const hasValues = (pdf: PDF) => formFields(pdf).some(({ type }) => type !== 'Sig')

function fontsOf(pdf: PDF, form: PdfDict | null): PdfDict | null {
  const resources = form && dictAt(pdf, form, 'DR')
  return resources && dictAt(pdf, resources, 'Font')
}
