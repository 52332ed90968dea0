import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isReadingFull, ReadingBusy } from '#kernel/reading'

/**
 * A visitor's document that would not be read is not received either: twenty megabytes that are
 * parsed and written to be thrown away cost those who read a page. Throws E_READING_BUSY.
 */
export default class TurnAwayMiddleware {
  async handle({ route, auth }: HttpContext, next: NextFn) {
    const isBrought = route?.name === 'verification.store'
    if (isBrought && isReadingFull('visitor') && !(await auth.check())) throw new ReadingBusy()
    return next()
  }
}
