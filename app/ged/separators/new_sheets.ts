import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { ONLY_PARTS, type SheetOrder } from '#lib/separators/sheet_code'
import * as french from '#lib/french/dates'
import { LocalDate } from '#lib/values'
import { spaceFor } from '../access/allowed.js'
import { placeWritten } from '../access/place_written.js'
import { TypeUnknown } from '../errors.js'
import DocumentType from '../types/document_type.js'

/** Of one order: the same file is printed again, and the same sheets serve again. */
export const MOST_SHEETS = 50

const day = vine.createRule((text, _options, field) => {
  if (typeof text === 'string' && !LocalDate.tryParse(text))
    field.report('Ce jour n’existe pas : écrivez-le sous la forme jj/mm/aaaa.', 'day', field)
})

const ofSpace = vine.createRule((path, _options, field) => {
  if (path && !field.data.space)
    field.report('Choisissez aussi l’espace de ce dossier.', 'ofSpace', field)
})

/** What printing asks: a sheet that says nothing only parts two documents. */
export const newSheets = vine.create({
  type: vine.string().uuid().optional(),
  space: vine.string().trim().maxLength(60).optional(),
  path: vine.string().trim().maxLength(2000).use(ofSpace()).optional(),
  date: vine.string().trim().use(day()).optional(),
  count: vine.number().withoutDecimals().min(1).max(MOST_SHEETS),
})

/** What a sheet says to the machine, and in words to who holds it. */
export interface SaidSheet {
  order: SheetOrder
  lines: string[]
}

/**
 * What the form of a person asks a sheet to say, where she may file herself.
 * @throws E_GED_TYPE_UNKNOWN, E_GED_SPACE_MISSING, E_GED_NO_SUCH_FOLDER, E_GED_NOT_ALLOWED
 */
export async function saidBySheet(
  ctx: HttpContext,
  { type: typeId, space: slug, path = '', date: written }: Infer<typeof newSheets>
): Promise<SaidSheet> {
  const type = typeId ? await DocumentType.find(typeId) : null
  if (typeId && !type) throw new TypeUnknown(typeId).at('type')
  const { space } = slug ? await spaceFor(ctx, slug) : { space: null }
  const place = space && (await placeWritten(ctx, space.id, path))
  const date = written ? LocalDate.parse(written).toString() : null
  const way = space && [space.name, ...path.split('/').map((one) => one.trim())].filter(Boolean)
  return {
    order: {
      ...{ ...ONLY_PARTS, typeId: type?.id ?? null, date },
      ...(place && (place.parentId ? { folderId: place.parentId } : { spaceId: place.spaceId })),
    },
    lines: [
      type && `Type : ${type.label}`,
      way && `Rangé dans : ${way.join(' › ')}`,
      date && `Date : ${french.day(date)}`,
    ].filter((line) => line !== null),
  }
}
