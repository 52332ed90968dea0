import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'
import { NATURES, type NatureName } from '../rules/choices.js'

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
    .meta({ format: 'date-time' })
    .optional(),
  apres: vine.string().uuid().optional(),
})
wanted.messagesProvider = frenchMessages
