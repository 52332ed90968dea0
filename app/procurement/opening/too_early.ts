import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import Handler from '#web/exception_handler'
import type Consultation from '../drafting/consultation.js'
import { TooEarly } from '../errors.js'

/**
 * Whether somebody asks of the plis before the hour: then she is answered that it is too early, and
 * the attempt is in the journal for ever. It is answered here, not thrown: what is thrown would take
 * the journal's entry back with the transaction.
 */
export async function isTooEarly(ctx: HttpContext, consultation: Consultation): Promise<boolean> {
  if (consultation.publishedAt && consultation.isPastTheHour) return false
  await journal.append({
    type: 'procurement.consultation_asked_too_early',
    subject: consultation.ref,
    actor: ctx.actor,
    data: { asked: ctx.route!.name! },
  })
  await new Handler().handle(new TooEarly(consultation.hourWords), ctx)
  return true
}
