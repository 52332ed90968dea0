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

/**
 * Read in the signed revision: a later update could forget them. Of several the strictest holds
 * (ISO 32000-2 §12.8.2.4: a lock may only lower what a certification allows).
 */
export function permissionsOf(signed: PDF, revision: SignedRevision): Permissions {
  const field = fieldOf(signed, revision)
  const signature = field && dictAt(signed, field, 'V')
  const lock = (field && dictAt(signed, field, 'Lock')) ?? null
  const references = signature ? (arrayAt(signed, signature, 'Reference')?.toArray() ?? []) : []
  const transforms = references
    .map((item) => resolved(signed, item))
    .filter((item) => item instanceof PdfDict)
  const parametersOf = (method: string) =>
    transforms
      .filter((item) => nameAt(signed, item, 'TransformMethod') === method)
      .map((item) => dictAt(signed, item, 'TransformParams') ?? new PdfDict())
  const locks = [...parametersOf('FieldMDP'), ...(lock ? [lock] : [])]
  const levels = [
    ...parametersOf('DocMDP').map((one) => levelIn(signed, one, 2)),
    ...locks.map((one) => levelIn(signed, one, null)),
  ].filter((one) => one !== null)
  return {
    level: levels.length > 0 ? (Math.min(...levels) as 1 | 2 | 3) : null,
    isLocked: (name) => locks.some((one) => locksField(signed, one, name)),
  }
}

/** A signature by the name of its field and the length of what it covers: others may bear the name. */
export interface SignedRevision {
  length: number
  fieldName: string
}

function fieldOf(signed: PDF, { length, fieldName }: SignedRevision): PdfDict | undefined {
  const named = signatureFields(signed).filter((one) => one.name === fieldName)
  const found = named.find(({ dict }) => {
    const signature = dictAt(signed, dict, 'V')
    const range = signature && arrayAt(signed, signature, 'ByteRange')?.toArray()
    const [, , from, more] = (range ?? []).map((item) => resolved(signed, item))
    return [from, more].every((one) => one instanceof PdfNumber)
      ? (from as PdfNumber).value + (more as PdfNumber).value === length
      : false
  })
  return (found ?? named[0])?.dict
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
