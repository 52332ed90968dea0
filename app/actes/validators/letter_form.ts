import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

/** How a dispute ended, in the words of the agent. */
export const outcomeValidator = vine.create({
  outcome: vine.string().trim().maxLength(500).nullable().optional(),
})

outcomeValidator.messagesProvider = frenchMessages
