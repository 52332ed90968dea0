import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

export const replyValidator = vine.create({
  type: vine.string().trim().maxLength(3).nullable().optional(),
  typePJ: vine.string().trim().maxLength(5).nullable().optional(),
})

replyValidator.messagesProvider = frenchMessages
