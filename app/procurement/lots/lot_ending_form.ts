import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'
import { LOT_ENDINGS, type LotEnding } from '../rules/lot_lifecycle.js'

/** How a lot ends without a marché, and why. */
export const lotEndingForm = vine.create({
  ending: vine.enum(Object.keys(LOT_ENDINGS) as LotEnding[]),
  reason: vine.string().trim().minLength(10).maxLength(1000),
})
lotEndingForm.messagesProvider = frenchMessages
