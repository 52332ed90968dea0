import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { frenchMessages } from '#web/validation_messages'
import { CCAG, NATURES, PRICE_FORMS, PRICE_TYPES, type NatureName } from '../rules/choices.js'

const weight = () => vine.number().withoutDecimals().min(0).max(100)

const fields = {
  reference: vine
    .string()
    .trim()
    .regex(/^[A-Za-z0-9/\-_ .#]{1,16}$/),
  title: vine.string().trim().minLength(5).maxLength(1000),
  description: vine.string().trim().minLength(10).maxLength(10_000),
  nature: vine.enum(Object.keys(NATURES) as NatureName[]),
  estimate: vine.string().trim().maxLength(30),
  cpv: vine.string().trim().maxLength(12),
  placeCode: vine.string().trim().maxLength(10),
  durationMonths: vine.number().withoutDecimals().min(1).max(180),
  ccag: vine.enum(CCAG),
  priceForm: vine.enum(PRICE_FORMS),
  priceType: vine.enum(PRICE_TYPES),
  forbidsSeveralGroups: vine.boolean().optional(),
  hasAdvance: vine.boolean().optional(),
  weightPrice: weight(),
  weightTechnical: weight(),
  weightEnvironment: weight(),
  deadlineDay: vine.string().trim().maxLength(10),
  deadlineTime: vine.string().trim().maxLength(12),
  threshold: vine.number().withoutDecimals().min(2).max(15),
}

/** What a program says of a consultation: its papers come and go by themselves. */
export const consultationBody = vine.create(fields)
consultationBody.messagesProvider = frenchMessages

/** What the form of a consultation sends. */
export const consultationValidator = vine.create({
  ...fields,
  remove: vine.array(vine.string().uuid()).optional(),
})
consultationValidator.messagesProvider = frenchMessages

export type ConsultationForm = Infer<typeof consultationBody>
