import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

/** Who sits in a session; the code no longer says who must. */
export const sessionForm = vine.create({
  president: vine.string().trim().minLength(3).maxLength(200),
  members: vine.string().trim().maxLength(1000).optional(),
})
sessionForm.messagesProvider = frenchMessages

/** Why the commission goes on without the plis that nobody opens. */
export const withoutForm = vine.create({
  reason: vine.string().trim().minLength(10).maxLength(500),
})
withoutForm.messagesProvider = frenchMessages
