import mail from '@adonisjs/mail/services/main'
import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { listPublished } from '../open_api/list_published.js'
import { pageOf } from '../open_api/told.js'
import { criteriaQuery, criteriaWords } from '../rules/alert.js'
import { hourWords } from '../rules/hour_words.js'
import { findAlert } from './alert.js'

const SHOWN = 50
const FEEDS = `${appUrl}/api/v1/procurement/consultations`

/** Asks an address whether it wants what somebody asked for it. */
export const mailConfirmation = defineJob<{ alertId: string }>({
  name: 'procurement.mail_confirmation',
  title: 'Demander de confirmer une recherche enregistrée',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the address is perhaps dead, and the search tells nothing' },
  async handle({ alertId }, { tenantId }) {
    const told = await tenancy.run(tenantId, () => facts(alertId))
    if (told?.state !== 'waiting') return
    await mail.send((message) => {
      message.to(told.email).subject('Confirmez votre recherche de marchés publics')
      message.htmlView('procurement/mails/alert_confirmation_html', told)
      message.textView('procurement/mails/alert_confirmation_text', told)
    })
  },
})

/** Tells an address what is new; sent again after a cut, it bears the same Message-ID. */
export const mailAlert = defineJob<{ alertId: string; consultationIds: string[]; mailId: string }>({
  name: 'procurement.mail_alert',
  title: 'Écrire ce qu’une recherche enregistrée a trouvé',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the feeds and the list tell the same consultations' },
  async handle({ alertId, consultationIds, mailId }, { tenantId }) {
    const told = await tenancy.run(tenantId, () => facts(alertId))
    if (!told) return
    const { rows } = await listPublished({ ids: consultationIds.slice(0, SHOWN) })
    if (rows.length === 0) return
    const words = {
      ...told,
      consultations: rows.map(({ id, tenant, title, reference, deadline, zone }) => ({
        ...{ title, reference, buyer: tenant.name, url: pageOf(tenant, id) },
        hour: hourWords(DateTime.fromJSDate(deadline), zone),
      })),
      more: consultationIds.length - rows.length,
    }
    const count = consultationIds.length
    const subject = `${count} consultation${count > 1 ? 's' : ''} : ${told.criteria}`
    await mail.send((message) => {
      message.to(told.email).subject(subject.slice(0, 200))
      message.messageId(`<${mailId.replace(':', '.')}@${new URL(appUrl).hostname}>`)
      message.htmlView('procurement/mails/alert_html', words)
      message.textView('procurement/mails/alert_text', words)
    })
  },
})

/** Null where it was stopped meanwhile. */
async function facts(alertId: string) {
  const alert = await findAlert(alertId)
  if (!alert?.email) return null
  const tenant = await tenants.current()
  const query = criteriaQuery(alert.criteria)
  const stranger = here('procurement.public.alerts.show', { tenant, alert: alertId })
  return {
    ...{ email: alert.email, state: alert.state, criteria: criteriaWords(alert.criteria) },
    page: `${appUrl}${alert.personId ? `/moi/recherches/${alertId}` : stranger}`,
    atom: `${FEEDS}.atom?${query}`,
    calendar: `${FEEDS}.ics?${query}`,
  }
}
