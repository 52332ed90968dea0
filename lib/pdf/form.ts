import {
  type PDF,
  PdfBool,
  PdfDict,
  PdfName,
  PdfRef,
  PdfString,
  type PdfObject,
} from '@libpdf/core'
import { arrayAt, catalogOf, dictAt, resolved } from './document.js'

/** A terminal field of the form with its whole name. */
export interface FormField {
  name: string
  ref: PdfRef | null
  dict: PdfDict
  type: string | null
}

/** Every terminal field, walked from the catalogue (ISO 32000-1 §12.7.3.1). */
export function formFields(pdf: PDF): FormField[] {
  const form = dictAt(pdf, catalogOf(pdf), 'AcroForm')
  const fields = form && arrayAt(pdf, form, 'Fields')
  const seen = new Set<PdfDict>()
  return fields ? fields.toArray().flatMap((item) => walk(pdf, item, '', null, seen)) : []
}

/** The signature fields only, signed or not. */
export function signatureFields(pdf: PDF): FormField[] {
  return formFields(pdf).filter((field) => field.type === 'Sig')
}

/** The name of every field, and of those at the root, which may hold others. */
export function fieldNames(pdf: PDF): string[] {
  const form = dictAt(pdf, catalogOf(pdf), 'AcroForm')
  const roots = (form && arrayAt(pdf, form, 'Fields')?.toArray()) ?? []
  const names = roots.map((root) => {
    const dict = resolved(pdf, root)
    const own = dict instanceof PdfDict ? resolved(pdf, dict.get('T')) : null
    return own instanceof PdfString ? own.asString() : ''
  })
  return [...names, ...formFields(pdf).map(({ name }) => name)]
}

/** Whether readers are told to draw the fields themselves, whatever drawing these have. */
export function redrawsFields(pdf: PDF): boolean {
  const form = dictAt(pdf, catalogOf(pdf), 'AcroForm')
  const value = form && resolved(pdf, form.get('NeedAppearances'))
  return value instanceof PdfBool && value.value
}

const DEEPEST_FORM = 32

/** An entry that a field may hold from the fields above it (ISO 32000-1 §12.7.3.1). */
export function inheritedEntry(pdf: PDF, field: PdfDict, key: string): PdfObject | null {
  let node: PdfDict | null = field
  for (let depth = 0; node && depth < DEEPEST_FORM; depth++) {
    const value = node.get(key)
    if (value) return value
    node = dictAt(pdf, node, 'Parent')
  }
  return null
}

function walk(
  pdf: PDF,
  item: PdfObject,
  prefix: string,
  inheritedType: string | null,
  seen: Set<PdfDict>
): FormField[] {
  const dict = resolved(pdf, item)
  if (!(dict instanceof PdfDict) || seen.has(dict)) return []
  seen.add(dict)
  const own = resolved(pdf, dict.get('T'))
  const partial = own instanceof PdfString ? own.asString() : ''
  const name = [prefix, partial].filter(Boolean).join('.')
  const named = resolved(pdf, dict.get('FT'))
  const type = named instanceof PdfName ? named.value : inheritedType
  const kids = (arrayAt(pdf, dict, 'Kids')?.toArray() ?? []).filter((kid) => isField(pdf, kid))
  if (kids.length) return kids.flatMap((kid) => walk(pdf, kid, name, type, seen))
  return [{ name, dict, type, ref: item instanceof PdfRef ? item : null }]
}

/** A kid without a name of its own is one more widget of its parent, not a field. */
function isField(pdf: PDF, kid: PdfObject): boolean {
  const dict = resolved(pdf, kid)
  return dict instanceof PdfDict && dict.has('T')
}
