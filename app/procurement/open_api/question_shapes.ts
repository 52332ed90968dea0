import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import { frenchMessages } from '#web/validation_messages'

/** What is told of a question, and what asks one. */
export const answered = vine.create({
  number: told.count(),
  question: told.text(),
  answer: told.text(),
  answeredAt: told.moment(),
})

export const asked = vine.create({
  id: told.id(),
  consultation: told.id(),
  siret: told.text(),
  text: told.text(),
  state: told.text(),
  askedAt: told.moment(),
  /** After the day until which an answer is owed. */
  late: told.flag(),
  number: told.count().nullable(),
  answer: told.text().nullable(),
  reason: told.text().nullable(),
})

export const newQuestion = vine.create({
  consultation: vine.string().uuid(),
  text: vine.string().trim().minLength(10).maxLength(5_000),
})
newQuestion.messagesProvider = frenchMessages
