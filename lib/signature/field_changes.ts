import { type PDF, type PdfDict, PdfRef } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { dictAt } from '#lib/pdf/document'
import { formFields, type FormField } from '#lib/pdf/form'
import { inheritsTheSame } from './field_inheritance.js'
import { noChanges, type LaterChanges } from './later_changes.js'
import type { Permissions } from './permissions.js'
import type { SignatureWidgets } from './signature_widgets.js'

const PLACE = ['Parent', 'P', 'StructParent', 'Kids']

/** What filling a form changes; the rest of a field is not for whoever fills it. */
const FILLED = ['V', 'AP', 'AS', 'M', 'I', 'RV']

/** A signed field keeps its signature and its stamp, a waiting one its place; any other its value. */
export function fieldChanges(
  before: PDF,
  after: PDF,
  tools: { comparison: RevisionComparison; widgets: SignatureWidgets; permissions: Permissions }
): LaterChanges {
  const { comparison, widgets, permissions } = tools
  const changes = noChanges()
  const now = new Map(formFields(after).map((field, rank) => [identityOf(field, rank), field]))
  for (const [rank, field] of formFields(before).entries()) {
    const current = now.get(identityOf(field, rank))?.dict
    now.delete(identityOf(field, rank))
    const isKept =
      current &&
      (field.type === 'Sig'
        ? widgets.areKept(field) && keepsSignature(field, current)
        : keepsAllBut([], field, current))
    if (isKept) continue
    const words = `le champ « ${field.name} »`
    const mayFill = (permissions.level ?? 1) >= 2 && !permissions.isLocked(field.name)
    const isFilled = current && field.type !== 'Sig' && keepsAllBut(FILLED, field, current)
    if (mayFill && isFilled)
      changes.doubtful.push(`${words}, rempli comme le signataire l’a permis`)
    else changes.altered.push(words)
  }
  for (const field of now.values()) {
    if (borrows(field))
      changes.altered.push(`le champ « ${field.name} », qui montre la signature d’un autre`)
  }
  const joined = [...now.values()].filter(({ type }) => type !== 'Sig')
  if (joined.length > 0) changes.completed.push('des champs nouveaux dans le formulaire')
  return changes

  /** One signature shown by a field that came later would count for two people. */
  function borrows({ dict, type }: FormField): boolean {
    const value = type === 'Sig' ? dictAt(after, dict, 'V')?.get('Contents') : null
    const known = formFields(before).map((field) =>
      dictAt(before, field.dict, 'V')?.get('Contents')
    )
    return Boolean(value) && known.some((one) => one && comparison.isSame(one, value))
  }

  function keepsAllBut(keys: string[], field: FormField, current: PdfDict): boolean {
    return (
      comparison.isSameBut([...PLACE, ...keys], field.dict, current) &&
      inheritsTheSame([before, after], comparison, [field.dict, current], keys)
    )
  }

  /** Its bytes are no more signed than its reason or its date, that readers show beside it. */
  function keepsSignature(field: FormField, current: PdfDict): boolean {
    const signature = dictAt(before, field.dict, 'V')
    return !signature || comparison.isSameBut(['Reference'], signature, dictAt(after, current, 'V'))
  }
}

/** Two fields may bear one name, or none: a field is its object, or its rank when it has none. */
function identityOf({ ref, name }: FormField, rank: number): string {
  return ref instanceof PdfRef ? `${ref.objectNumber} ${ref.generation}` : `${rank} ${name}`
}
