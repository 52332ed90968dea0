import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { frenchMessages } from '#web/validation_messages'
import { NATURES, type NatureName } from '../rules/choices.js'

/** A moment may be well written and be none: the 31st of February. */
const existing = vine.createRule((text, _options, field) => {
  if (typeof text === 'string' && !DateTime.fromISO(text).isValid)
    field.report('Ce jour ou cette heure n’existe pas.', 'existing', field)
})

/** What a program may narrow the public list by. */
export const wanted = vine.create({
  cpv: vine
    .string()
    .regex(/^\d{2,8}(-\d)?$/)
    .optional(),
  q: vine.string().maxLength(200).optional(),
  departement: vine
    .string()
    .regex(/^(\d{2,3}|2[AB])$/)
    .optional(),
  buyer: vine
    .string()
    .regex(/^[\w -]{1,80}$/)
    .optional(),
  nature: vine.enum(Object.keys(NATURES) as NatureName[]).optional(),
  closesAfter: vine
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/)
    .use(existing())
    .meta({ format: 'date-time' })
    .optional(),
  apres: vine.string().uuid().optional(),
})
wanted.messagesProvider = frenchMessages
