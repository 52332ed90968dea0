import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { FormOvertaken } from '../errors.js'
import Draft from '../models/draft.js'
import type { Problem } from '../rules/parts/reader.js'
import { type Typed, fillIn } from '../rules/parts/typed.js'
import { type Form, fingerprint } from './form.js'

/**
 * What was typed, when it is to be recorded now. Otherwise it has been answered: kept as a draft,
 * forgotten, or set aside because somebody recorded the same thing meanwhile; then null. What the
 * form is about must be locked, so that nobody slips in between the comparison and the writing.
 */
export async function receiveForm<T extends Typed>(
  ctx: HttpContext,
  form: Form<T>
): Promise<T | null> {
  const userId = ctx.actor.id!
  const typed = fillIn(form.blank, ctx.request.all())
  const seen = String(ctx.request.input('seen') ?? '')
  const wish = ctx.request.input('brouillon')
  if (wish === 'oublier') {
    await Draft.forget(userId, form.key)
    return answer(ctx, 'Votre brouillon est oublié.')
  }
  if (wish === 'garder') {
    await keep(userId, form, typed, seen)
    return answer(ctx, 'Votre brouillon est gardé. Vous seul le voyez.')
  }
  if (seen === fingerprint(form.stored)) return typed
  if (ctx.request.accepts(['html', 'json']) === 'json') throw new FormOvertaken()
  await keep(userId, form, typed, seen)
  ctx.session.flash('error', new FormOvertaken().message)
  ctx.response.redirect().back()
  return null
}

/** What is recorded is no draft any more. */
export function settleForm(ctx: HttpContext, form: Form): Promise<void> {
  return Draft.forget(ctx.actor.id!, form.key)
}

/** Sends the form back with every sentence at its field. Throws E_VALIDATION_ERROR. */
export function refuseProblems(problems: Problem[]): void {
  if (problems.length === 0) return
  throw new errors.E_VALIDATION_ERROR(problems.map((it) => ({ ...it, rule: 'sheet' })))
}

/** A draft that says what is recorded is none: a late autosave must not bring it back. */
async function keep<T extends Typed>(userId: string, form: Form<T>, typed: T, seen: string) {
  if (fingerprint(typed) === fingerprint(form.stored)) return Draft.forget(userId, form.key)
  return Draft.keep(userId, form.key, typed, seen)
}

function answer(ctx: HttpContext, sentence: string): null {
  if (ctx.request.accepts(['html', 'json']) === 'json') {
    ctx.response.noContent()
    return null
  }
  ctx.session.flash('success', sentence)
  ctx.response.redirect().back()
  return null
}
