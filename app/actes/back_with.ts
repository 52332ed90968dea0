import type { HttpContext } from '@adonisjs/core/http'
import type { ActeProblem } from './rules/check_acte.js'

/** Back to the page of a form, with what was typed in it and each problem at its field. */
export function backWith(
  { session, response }: Pick<HttpContext, 'session' | 'response'>,
  here: string,
  problems: ActeProblem[],
  typed: string[]
) {
  const bag: Record<string, string[]> = {}
  for (const { field, message } of problems) (bag[field] ??= []).push(message)
  session.flashOnly(typed)
  session.flash('inputErrorsBag', bag)
  return response.redirect(here)
}
