import vine from '@vinejs/vine'
import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import type { SharedForm } from '#web/forms/shared_form'
import { frenchMessages } from '#web/validation_messages'
import { InvalidValue } from '#lib/values'
import { NoSuchHour } from '#lib/tenders/deadline'
import type Consultation from '../drafting/consultation.js'
import { refusalOf } from '../drafting/write_consultation.js'
import { deadlineOf } from '../rules/consultation_form.js'

export const hourValidator = vine.create({
  deadlineDay: vine.string().regex(/^\d{4}-\d\d-\d\d$/),
  deadlineTime: vine.string().regex(/^\d\d:\d\d(:\d\d)?$/),
  reason: vine.string().trim().minLength(10).maxLength(1000),
})
hourValidator.messagesProvider = frenchMessages

/** The hour as the form shows it, in the zone of the buyer. */
export const typedHour = (hour: DateTime) => ({
  deadlineDay: hour.toISODate()!,
  deadlineTime: hour.toFormat(hour.second === 0 ? 'HH:mm' : 'HH:mm:ss'),
})

/** What moving the hour replaces: of two who move it together, the second is told (decision 0040). */
export const sharedHour = (consultation: Consultation): SharedForm => ({
  key: `consultation_hour:${consultation.id}`,
  what: 'l’heure limite de cette consultation',
  stored: typedHour(consultation.hour),
  labels: { deadlineDay: 'Jour limite', deadlineTime: 'Heure limite' },
})

/** The new hour, later than the one that companies read. @throws E_VALIDATION_ERROR */
export function laterHour(
  consultation: Consultation,
  typed: { deadlineDay: string; deadlineTime: string }
) {
  const read = readHour(consultation.zone, typed)
  if (typeof read === 'string') throw refusal(read)
  if (read <= consultation.deadline || read <= clock.now())
    throw refusal(
      `L’heure limite ne peut que reculer : choisissez une heure après le ${consultation.hourWords}.`
    )
  return read
}

function readHour(zone: string, typed: { deadlineDay: string; deadlineTime: string }) {
  try {
    return deadlineOf(typed, zone)
  } catch (error) {
    if (error instanceof NoSuchHour || error instanceof InvalidValue) return error.message
    throw error
  }
}

const refusal = (message: string) => refusalOf([{ field: 'deadlineTime', message }])
