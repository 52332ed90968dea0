import mail from '@adonisjs/mail/services/main'
import { emailsOf } from '#rooms/outsiders'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Pli from '../deposit/pli.js'
import Consultation from '../drafting/consultation.js'

const AT_ONCE = 500
/** Enough to press « Déposer », and to begin again what was cut. */
const BEFORE = { minutes: 10 }

/**
 * Tells whoever sent pieces and deposited nothing, shortly before the hour: the files were all there,
 * and « Dépôt » was never pressed (TA Nancy 2011, SA EGT). Each pli once.
 */
export const warnUnfinished = defineJob<{ consultationId: string }>({
  name: 'procurement.warn_unfinished',
  title: 'Prévenir qui a envoyé ses fichiers sans les déposer',
  onGiveUp: { nobodyNeeds: 'the page of the deposit says it too' },
  handle: ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const consultation = await Consultation.get(consultationId)
      if (consultation.isPastTheHour) return
      const sent = tenancy
        .trx()
        .from('procurement.pli_pieces')
        .where('tenant_id', tenantId)
        .select('pli_id')
      const plis = await Pli.query()
        .where({ consultationId, state: 'draft' })
        .whereNull('warnedAt')
        .whereIn('id', sent)
        .limit(AT_ONCE)
        .forUpdate()
      for (const pli of plis) {
        await pli.merge({ warnedAt: clock.now() }).save()
        const { id: pliId } = pli
        await mailUnfinished.enqueue({ pliId }, { dedupeKey: `procurement.unfinished:${pliId}` })
      }
    }),
})

/** A mail each, so that one that fails is sent again alone. */
export const mailUnfinished = defineJob<{ pliId: string }>({
  name: 'procurement.mail_unfinished',
  title: 'Écrire qu’un pli envoyé n’est pas déposé',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the hour has passed, and the page of the deposit says it too' },
  async handle({ pliId }, { tenantId }) {
    const told = await tenancy.run(tenantId, () => toldOf(pliId))
    if (told === null) return
    const { email, words } = told
    await mail.send((message) => {
      message.to(email).subject(`Rien n’est encore déposé : ${words.title}`.slice(0, 200))
      message.htmlView('procurement/mails/unfinished_html', words)
      message.textView('procurement/mails/unfinished_text', words)
    })
  },
})

/** Null when she has deposited it meanwhile, or left no address. */
async function toldOf(pliId: string) {
  const { state, personId, consultationId } = await Pli.get(pliId)
  const [email] = await emailsOf([personId])
  if (state !== 'draft' || !email) return null
  const { reference, title, hourWords: hour } = await Consultation.get(consultationId)
  const { name: buyer, slug } = await tenants.current()
  const url = `${appUrl}/moi/marches/${slug}/${consultationId}`
  return { email, words: { reference, title, hour, buyer, url } }
}

definePeriodic({
  name: 'procurement.find_unfinished',
  title: 'Trouver les consultations qui ferment dans dix minutes',
  everySeconds: 60,
  async run() {
    const soon = await systemDb()
      .from('procurement.consultations')
      .where('state', 'online')
      .whereBetween('deadline', [clock.now().toJSDate(), clock.now().plus(BEFORE).toJSDate()])
      .limit(AT_ONCE)
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id: consultationId } of soon)
      await tenancy.run(tenantId, () => warnUnfinished.enqueue({ consultationId }))
  },
})
