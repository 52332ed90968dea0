import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { frenchMessages } from '#web/validation_messages'
import { ServiceDayWrong } from './errors.js'

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

/** The day on which the work was done, today at the latest. @throws E_INVOICING_SERVICE_DAY */
export function serviceDay(text: string): LocalDate {
  const day = LocalDate.tryParse(text)
  if (!day || day.isAfter(clock.today())) throw new ServiceDayWrong().at('doneOn')
  return day
}
