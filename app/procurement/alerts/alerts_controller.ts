import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { ALERT_STATES, criteriaQuery, criteriaWords, PACES } from '../rules/alert.js'
import { confirmAlert, forgetAlert, getAlert, saveSearch } from './alert.js'
import { mailConfirmation } from './mail_alert.js'
import { askedSearch, searchOptions } from './search_form.js'

/** Whoever likes saves a search of consultations, without an account, and stops it by its link. */
export default class AlertsController {
  async create({ view }: HttpContext) {
    return view.render('procurement/public/alert_new', searchOptions())
  }

  async store({ request, response, session, tenant }: HttpContext) {
    // Compared with nothing: it saves one more search, which waits for its address
    const { email, pace, isHere, ...criteria } = await request.validateUsing(askedSearch)
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
