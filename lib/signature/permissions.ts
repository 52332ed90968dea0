import { type PDF, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import { signatureFields } from '#lib/pdf/form'

/** What a signer allowed to happen afterwards (ISO 32000-1 §12.8.2.2 and §12.8.2.4). */
export interface Permissions {
  /** 1: nothing; 2: filling forms and signing; 3: annotating too; null: nothing was said. */
  level: 1 | 2 | 3 | null
  /** The fields that the signature locked. */
  isLocked(fieldName: string): boolean
}

/** Read in the signed revision: a later update could forget them. */
export function permissionsOf(signed: PDF, fieldName: string): Permissions {
  const field = signatureFields(signed).find((one) => one.name === fieldName)
  const signature = field && dictAt(signed, field.dict, 'V')
  const lock = (field && dictAt(signed, field.dict, 'Lock')) ?? null
  const references = signature ? (arrayAt(signed, signature, 'Reference')?.toArray() ?? []) : []
  const transforms = references
    .map((item) => resolved(signed, item))
    .filter((item) => item instanceof PdfDict)
  const parametersOf = (method: string) => {
    const one = transforms.find((item) => nameAt(signed, item, 'TransformMethod') === method)
    return one ? (dictAt(signed, one, 'TransformParams') ?? new PdfDict()) : null
  }
  const certification = parametersOf('DocMDP')
  const locks = [parametersOf('FieldMDP'), lock].filter((one) => one !== null)
  return {
    level: certification ? levelIn(signed, certification, 2) : lock && levelIn(signed, lock, null),
    isLocked: (name) => locks.some((one) => locksField(signed, one, name)),
  }
}

function levelIn(pdf: PDF, dict: PdfDict, byDefault: 2 | null): Permissions['level'] {
  const value = resolved(pdf, dict.get('P'))
  const level = value instanceof PdfNumber ? value.value : null
  return level === 1 || level === 2 || level === 3 ? level : byDefault
}

function locksField(pdf: PDF, dict: PdfDict, name: string): boolean {
  const action = nameAt(pdf, dict, 'Action')
  const named = (arrayAt(pdf, dict, 'Fields')?.toArray() ?? []).some((item) => {
    const one = resolved(pdf, item)
    const text = one instanceof PdfString ? one.asString() : null
    return text !== null && (name === text || name.startsWith(`${text}.`))
  })
  if (action === 'All') return true
  return action === 'Include' ? named : action === 'Exclude' && !named
}

function nameAt(pdf: PDF, dict: PdfDict, key: string): string | null {
  const value = resolved(pdf, dict.get(key))
  return value instanceof PdfName ? value.value : null
}
