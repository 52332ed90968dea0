import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

/** Why a consultation is given up: each company reads it. */
export const reasonValidator = vine.create({
  reason: vine.string().trim().minLength(10).maxLength(1000),
})
reasonValidator.messagesProvider = frenchMessages
