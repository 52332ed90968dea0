import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

const text = () => vine.string().trim().minLength(10).maxLength(5_000)

export const askedForm = vine.create({
  establishment: vine.string().uuid().optional(),
  text: text(),
})
export const answerForm = vine.create({
  published: text(),
  answer: vine.string().trim().minLength(2).maxLength(10_000),
  confirmed: vine.boolean().optional(),
})
export const refusalForm = vine.create({
  reason: vine.string().trim().minLength(10).maxLength(1_000),
})
askedForm.messagesProvider = frenchMessages
answerForm.messagesProvider = frenchMessages
refusalForm.messagesProvider = frenchMessages
