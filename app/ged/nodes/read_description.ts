import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { LocalDate } from '#lib/values'
import { DayRefused, FieldRefused } from '../errors.js'
import DocumentType, { type TypedField } from '../types/document_type.js'

const validator = vine.create({
  title: vine.string().trim().minLength(1).maxLength(500),
  type: vine.string().uuid().optional(),
  date: vine.string().trim().maxLength(10).optional(),
  retentionFrom: vine.string().trim().maxLength(10).optional(),
  fields: vine.record(vine.string().trim().maxLength(1000).nullable()).optional(),
})

/**
 * What a form tells of a document; the fields are those of its type, each read as its kind.
 * @throws E_GED_FIELD, E_GED_DATE at the field
 */
export async function readDescription({ request }: HttpContext) {
  const said = await request.validateUsing(validator)
  const { title, type: typeId = null, date, retentionFrom, fields = {} } = said
  const type = typeId ? await DocumentType.findOrFail(typeId) : null
  const known = new Map((type?.fields ?? []).map((field) => [field.key, field]))
  const told: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    const field = known.get(key)
    if (!value || !field) continue
    const fault = faultOf(field, value)
    if (fault) throw new FieldRefused(fault).at(`fields.${key}`)
    told[key] = value
  }
  return {
    ...{ title, typeId, fields: told },
    date: dayAt('date', date),
    retentionFrom: dayAt('retentionFrom', retentionFrom),
  }
}

/** @throws E_GED_DATE at that field */
function dayAt(field: string, text: string | undefined): string | null {
  const day = text ? LocalDate.tryParse(text) : null
  if (text && !day) throw new DayRefused(text).at(field)
  return day?.toString() ?? null
}

/** What is wrong with what is written in a field of a kind; null when it will do. */
export function faultOf({ kind, label }: TypedField, value: string): string | null {
  const plain = value.replace(/[\s\u00a0\u202f]/g, '')
  if (kind === 'date' && !LocalDate.tryParse(value)) return `${label} : écrivez jj/mm/aaaa.`
  if (kind === 'number' && !/^-?\d+(?:[.,]\d+)?$/.test(plain))
    return `${label} : écrivez un nombre.`
  if (kind === 'amount' && !/^-?\d+(?:[.,]\d{1,2})?$/.test(plain)) {
    return `${label} : écrivez un montant, comme 12 500,00.`
  }
  return null
}
