import Draft from '../models/draft.js'
import { type Typed, fillIn } from '../rules/parts/typed.js'
import { type Form, fingerprint } from './form.js'

/** A form as its page shows it. */
export type OpenedForm<T extends Typed = Typed> = Awaited<ReturnType<typeof openForm<T>>>

/**
 * Opens a form with what this person had left in it, if anything. When somebody recorded it since,
 * says who and what: sending the form again is then a decision, not an accident.
 */
export async function openForm<T extends Typed>(userId: string, form: Form<T>) {
  const seen = fingerprint(form.stored)
  const draft = await Draft.of(userId, form.key)
  if (!draft) return { typed: form.stored, seen, keptAt: null, overtaken: null }
  return {
    typed: fillIn(form.blank, draft.content),
    seen,
    keptAt: draft.updatedAt,
    overtaken: draft.seen === seen ? null : await form.lastChange(),
  }
}
