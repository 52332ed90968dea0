import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { DayRefused, DayToCome } from '../errors.js'

/** The day that somebody asks to see, not to come. @throws E_GED_DATE, E_GED_DAY_TO_COME at the field */
export function dayAsked(text: string): LocalDate {
  const day = LocalDate.tryParse(text)
  if (!day) throw new DayRefused(text).at('jour')
  if (day.toString() > clock.today().toString()) throw new DayToCome().at('jour')
  return day
}
