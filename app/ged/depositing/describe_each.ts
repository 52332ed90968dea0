import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { LocalDate } from '#lib/values'
import { nodeFor } from '../access/allowed.js'
import { TypeUnknown } from '../errors.js'
import { refuseHeld } from '../holds/held.js'
import DocumentType from '../types/document_type.js'

const day = vine.createRule((text, _options, field) => {
  if (typeof text === 'string' && !LocalDate.tryParse(text))
    field.report('Ce jour n’existe pas : écrivez-le sous la forme jj/mm/aaaa.', 'day', field)
})

const validator = vine.create({
  // By the document and not by its rank: a form of more than twenty ranks is no list for who reads it
  lines: vine.record(
    vine.object({
      type: vine.string().uuid().optional(),
      date: vine.string().trim().use(day()).optional(),
    })
  ),
})

/**
 * Writes the type and the day of several documents, as a form tells them; those of which it says
 * nothing new are left alone. How many were changed. @throws E_GED_NOT_ALLOWED, E_GED_HELD
 */
export async function describeEach(ctx: HttpContext): Promise<number> {
  const { lines } = await ctx.request.validateUsing(validator)
  const known = new Set((await DocumentType.query().select('id')).map(({ id }) => id))
  let changed = 0
  for (const [id, { type: typeId = null, date: written }] of Object.entries(lines)) {
    if (typeId && !known.has(typeId)) throw new TypeUnknown(typeId).at(`lines.${id}.type`)
    const date = written ? LocalDate.parse(written).toString() : null
    const { node } = await nodeFor(ctx, id, 'editor', { hold: true })
    if (node.typeId === typeId && (node.documentDate?.toISODate() ?? null) === date) continue
    await refuseHeld([id])
    const documentDate = date ? DateTime.fromISO(date, { zone: 'utc' }) : null
    await node.merge({ typeId, documentDate, updatedAt: clock.now() }).save()
    await journal.append({ type: 'ged.described', subject: node.ref, actor: ctx.actor })
    changed++
  }
  return changed
}
