import { LocalDate } from '#lib/values'
import { day } from '#web/dates'

/** A day of an invoice on a screen; what is no day is shown as the invoice wrote it. */
export function shownDay(text: string): string {
  const read = LocalDate.tryParse(text)
  return read ? day(read) : text
}
