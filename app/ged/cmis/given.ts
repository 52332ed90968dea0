import { DateTime } from 'luxon'
import { LocalDate } from '#lib/values'
import { FieldRefused } from '../errors.js'
import { faultOf } from '../nodes/read_description.js'
import DocumentType from '../types/document_type.js'
import { NoSuchObject, Unclear } from './errors.js'
import type { Params } from './params.js'
import { DATE, fieldKey, type PropertyKind } from './property_kinds.js'
import { type DOCUMENT, type FOLDER, kindsOf, typesOf, type CmisType } from './types.js'

/** What a client says of an object; undefined is unsaid, null is emptied. */
export interface Given {
  type: CmisType
  name?: string
  title?: string
  /** AAAA-MM-JJ */
  date?: string | null
  fields: Record<string, string>
}

/** The type of that identifier. @throws objectNotFound */
export async function typeCalledById(id: string): Promise<CmisType> {
  const found = typesOf(await DocumentType.inOrder()).find((type) => type.id === id)
  if (!found) throw NoSuchObject()
  return found
}

/** Of a new object: its type is said, or is the usual one of its kind. @throws invalidArgument */
export async function givenAnew(params: Params, base: typeof FOLDER | typeof DOCUMENT) {
  const [id] = params.properties.get('cmis:objectTypeId') ?? []
  const types = typesOf(await DocumentType.inOrder())
  const type = types.find((one) => one.id === (id || base))
  if (!type || type.base !== base) throw Unclear(`Il n’y a pas ici de type « ${id} ».`)
  return given(params, type, 'oncreate')
}

/** What is said of an object of a type, each property as its kind. @throws invalidArgument */
export function given(
  params: Params,
  type: CmisType,
  moment: 'oncreate' | 'readwrite' = 'readwrite'
): Given {
  const kinds = new Map(kindsOf(type).map((kind) => [kind.id, kind]))
  const told: Given = { type, fields: {} }
  for (const [id, [value = '']] of params.properties) {
    const kind = kinds.get(id)
    if (!kind) throw Unclear(`La propriété « ${id} » n’est pas de ce type.`)
    if (kind.updatability === 'readonly' && value !== '') {
      throw Unclear(`La propriété « ${id} » ne s’écrit pas.`)
    }
    if (kind.updatability === 'readwrite' || moment === 'oncreate') take(told, kind, value)
  }
  return told
}

function take(told: Given, { id, kind }: PropertyKind, value: string): void {
  const key = fieldKey(id)
  const text = kind === 'datetime' ? dayIn(id, value) : value.trim()
  if (id === 'cmis:name') told.name = value
  else if (id === 'cmis:description') told.title = text ?? ''
  else if (id === DATE) told.date = text
  else if (key) told.fields[key] = checked(told.type, key, text ?? '')
}

function checked({ type }: CmisType, key: string, value: string): string {
  const field = type!.fields.find((one) => one.key === key)!
  const fault = value && faultOf(field, value)
  if (fault) throw new FieldRefused(fault)
  return value
}

/** Milliseconds, as the browser binding sends moments, or a day as it is written; in France. */
function dayIn(id: string, value: string): string | null {
  if (value === '') return null
  const moment = /^-?\d{5,15}$/.test(value)
    ? DateTime.fromMillis(Number(value), { zone: 'Europe/Paris' })
    : DateTime.fromISO(value, { zone: 'Europe/Paris' })
  const day = LocalDate.tryParse(value)?.toString() ?? (moment.isValid ? moment.toISODate() : null)
  if (!day) throw Unclear(`« ${id} » n’est pas une date.`)
  return day
}
