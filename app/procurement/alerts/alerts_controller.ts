import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import { ALERT_STATES, criteriaQuery, criteriaWords, PACES, type Pace } from '../rules/alert.js'
import { NATURES, type NatureName } from '../rules/choices.js'
import { confirmAlert, forgetAlert, getAlert, saveSearch } from './alert.js'
import { mailConfirmation } from './mail_alert.js'

const given = vine.create({
  email: vine.string().trim().email().maxLength(254),
  q: vine.string().trim().maxLength(200).optional(),
  cpv: vine
    .string()
    .trim()
    .regex(/^\d{2,8}(-\d)?$/)
    .optional(),
  departement: vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(\d{2,3}|2[AB])$/)
    .optional(),
  nature: vine.enum(Object.keys(NATURES) as NatureName[]).optional(),
  isHere: vine.boolean().optional(),
  pace: vine.enum(Object.keys(PACES) as Pace[]),
})
given.messagesProvider = frenchMessages

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Whoever likes saves a search of consultations, without an account, and stops it by its link. */
export default class AlertsController {
  async create({ view }: HttpContext) {
    const natures = [{ value: '', label: 'Toutes' }, ...options(NATURES)]
    return view.render('procurement/public/alert_new', { natures, paces: options(PACES) })
  }

  async store({ request, response, session, tenant }: HttpContext) {
    // Compared with nothing: it saves one more search, which waits for its address
    const { email, pace, isHere, ...criteria } = await request.validateUsing(given)
    const asked = { ...criteria, ...(isHere && { buyer: tenant.slug }) }
    const { id: alertId } = await saveSearch({ email, pace, criteria: asked })
    await mailConfirmation.enqueue({ alertId })
    session.flash('success', 'Un courriel vous demande de confirmer : rien n’est envoyé avant.')
    return response.redirect(here('procurement.public.consultations.index', { tenant }))
  }

  /** Looking at it changes nothing: machines open the links of mails. */
  async show({ params, view }: HttpContext) {
    const alert = await getAlert(params.alert)
    return view.render('procurement/public/alert', {
      alert,
      criteria: criteriaWords(alert.criteria),
      query: criteriaQuery(alert.criteria),
      pace: PACES[alert.pace],
      shownState: ALERT_STATES[alert.state],
    })
  }

  async confirm({ params, response, session, tenant }: HttpContext) {
    // Compared with nothing: a search is confirmed once, and a second time changes nothing
    await confirmAlert(params.alert)
    session.flash('success', 'Votre recherche est en cours.')
    const { alert } = params
    return response.redirect(here('procurement.public.alerts.show', { tenant, alert }))
  }

  async destroy({ params, response, session, tenant }: HttpContext) {
    // Compared with nothing: what the mail offered, by who received it
    await getAlert(params.alert)
    await forgetAlert(params.alert)
    session.flash('success', 'Cette recherche est oubliée, et votre adresse avec elle.')
    return response.redirect(here('procurement.public.consultations.index', { tenant }))
  }
}
