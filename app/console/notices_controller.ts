import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { LocalDate, Siren } from '#lib/values'
import {
  COMPLIANCE,
  NOTICE_FIELDS,
  NOTICE_GROUPS,
  missingOf,
  type NoticeField,
  type Notices,
} from '#web/notices/fields'
import { lastNotices, noticeHistory, sayNotices } from '#web/notices/notices'
import { mustBeCurrent } from '#web/forms/shared_form'
import { seenBy } from './shared_member.js'
import { sharedNotices } from './shared_notices.js'

const MOST = 1000

/** What the legal pages say of the operator; what is missing is told, never invented. */
export default class NoticesController {
  async index({ view }: HttpContext) {
    const recorded = await lastNotices()
    const { said } = recorded
    const labels = Object.fromEntries(NOTICE_FIELDS.map(({ name, label }) => [name, label]))
    return view.render('operator/notices', {
      said,
      shared: seenBy(sharedNotices(recorded)),
      groups: NOTICE_GROUPS,
      compliance: COMPLIANCE,
      missing: missingOf(said),
      history: (await noticeHistory()).map((change) => ({
        ...change,
        words: change.changed.map((name) => labels[name] ?? name).join(', '),
      })),
    })
  }

  async update(ctx: HttpContext) {
    const { actor, request, response, session } = ctx
    const typed = request.only(NOTICE_FIELDS.map(({ name }) => name))
    const said: Notices = {}
    const problems = NOTICE_FIELDS.flatMap((field) => {
      const text = String(typed[field.name] ?? '').trim()
      if (text) said[field.name] = text
      const message = text ? faultOf(field, text) : null
      return message ? [{ field: field.name, message, rule: 'notice' }] : []
    })
    if (problems.length > 0) throw new errors.E_VALIDATION_ERROR(problems)
    await sayNotices(said, actor.id!, (recorded) => mustBeCurrent(ctx, sharedNotices(recorded)))
    const missing = missingOf(said).length
    session.flash(
      'success',
      missing === 0
        ? 'Les mentions sont enregistrées ; les pages légales sont complètes.'
        : 'Les mentions sont enregistrées ; il en manque encore, dites en haut de cette page.'
    )
    return response.redirect('/exploitation/mentions')
  }
}

function faultOf({ name, kind }: NoticeField, text: string): string | null {
  if (text.length > MOST) return `Écrivez au plus ${MOST} caractères.`
  if (kind === 'date' && !LocalDate.tryParse(text)) return 'Cette date n’existe pas.'
  if (kind === 'compliance' && !COMPLIANCE.some(({ value }) => value === text))
    return 'Choisissez dans la liste.'
  if (name === 'operatorSiren' && !Siren.tryParse(text))
    return 'Un SIREN a neuf chiffres, dont le dernier est une clé : vérifiez-les.'
  return null
}
