import vine from '@vinejs/vine'
import { EVENT_LABELS, type ProjectEvent } from '../rules/project_steps.js'
import { CHECKLIST_CODES } from '../rules/step_checklist.js'
import { frenchMessages } from './messages.js'

const line = () => vine.string().trim().maxLength(300)

export const transitionValidator = vine.create({
  event: vine.enum(Object.keys(EVENT_LABELS) as ProjectEvent[]),
  reason: vine.string().trim().maxLength(1000).optional(),
})

export const checkValidator = vine.create({
  code: vine.enum(CHECKLIST_CODES),
  doneOn: vine.date({ formats: ['YYYY-MM-DD'] }),
  note: vine.string().trim().maxLength(1000).optional(),
})

export const axeValidator = vine.create({
  title: line().minLength(3),
  number: vine.number().min(1).max(50).withoutDecimals().optional(),
})

export const recommendationValidator = vine.create({
  text: vine.string().trim().minLength(5).maxLength(1000),
  addressee: line().minLength(2),
  dueOn: vine.date({ formats: ['YYYY-MM-DD'] }).optional(),
  year: vine.number().min(2000).max(2099).withoutDecimals(),
})

export const justificationValidator = vine.create({
  reason: vine.string().trim().minLength(10).maxLength(1000),
})

export const recommendationStateValidator = vine.create({
  state: vine.enum(['a_faire', 'en_cours', 'faite', 'abandonnee'] as const),
})

for (const validator of [
  transitionValidator,
  checkValidator,
  axeValidator,
  recommendationValidator,
  justificationValidator,
  recommendationStateValidator,
]) {
  validator.messagesProvider = frenchMessages
}
