import type { HttpContext } from '@adonisjs/core/http'
import vine, { errors } from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { frenchMessages } from '#web/validation_messages'
import { REASON_WORDS } from '#lib/einvoice/lifecycle'
import { ServiceDayWrong } from './errors.js'
import { LONGEST_NOTE, problemsOf, REPLIES, type WantedReply } from './rules/replies.js'

export const serviceForm = vine.create({ doneOn: vine.string().trim() })
serviceForm.messagesProvider = frenchMessages

export const mandatForm = vine.create({
  mandat: vine
    .string()
    .trim()
    .minLength(1)
    .maxLength(50)
    .regex(/^[\w /.-]+$/),
})
mandatForm.messagesProvider = frenchMessages

export const followMailForm = vine.create({ email: vine.string().trim().email().maxLength(254) })
followMailForm.messagesProvider = frenchMessages

export const replyForm = vine.create({
  reply: vine.enum(REPLIES),
  reason: vine.enum(Object.keys(REASON_WORDS)).optional(),
  note: vine.string().trim().maxLength(LONGEST_NOTE).optional(),
})
replyForm.messagesProvider = frenchMessages

/** The answer that a form asks for. @throws E_VALIDATION_ERROR, with every sentence at its field */
export const replyIn = async (request: HttpContext['request']) =>
  wholeReply(await request.validateUsing(replyForm))

/** An answer with all that it needs. @throws E_VALIDATION_ERROR, with every sentence at its field */
export function wholeReply(said: Infer<typeof replyForm>): WantedReply {
  const wanted = { reply: said.reply, reason: said.reason ?? null, note: said.note ?? null }
  const problems = problemsOf(wanted)
  if (problems.length === 0) return wanted
  throw new errors.E_VALIDATION_ERROR(problems.map((one) => ({ ...one, rule: 'reply' })))
}

/** The day on which the work was done, today at the latest. @throws E_INVOICING_SERVICE_DAY */
export function serviceDay(text: string): LocalDate {
  const day = LocalDate.tryParse(text)
  if (!day || day.isAfter(clock.today())) throw new ServiceDayWrong().at('doneOn')
  return day
}
