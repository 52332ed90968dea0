import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { establishmentsClaimedBy } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { cursorOf, pageAfter } from '#web/cursor'
import { chosenCompany } from '../deposit/begin_pli.js'
import { buyerOf } from '../deposit/buyer.js'
import { published } from '../publication/published.js'
import { ask } from './ask.js'
import { askedForm } from './forms.js'
import Question from './question.js'
import { calendarWords } from './question_screen.js'

const SHOWN = 50

/** A company asks a question, and reads again what she asked. */
export default class AskedQuestionsController {
  async index(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    const { door, params } = ctx
    const claimed = await establishmentsClaimedBy(door.personId)
    const screen = await tenancy.run(tenant.id, async () => {
      const consultation = await published(params.id)
      return {
        ...(await askedBy(door.personId, consultation.id, cursorOf(ctx.request))),
        ...{ consultation, tenantName: tenant.name },
        calendar: calendarWords(consultation),
        isOpen: consultation.state === 'online' && !consultation.isPastTheHour,
        base: `/moi/marches/${tenant.slug}/${consultation.id}`,
        publicUrl: `/p/${tenant.slug}/marches/${consultation.id}`,
        claimed: claimed.filter(({ siret }) => siret),
        chosen: door.establishment?.id ?? claimed[0]?.id,
      }
    })
    return ctx.view.render('procurement/questions/asked', screen)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it asks one more question of hers
    const { establishment, text } = await ctx.request.validateUsing(askedForm)
    const tenant = await buyerOf(ctx)
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    const company = chosenCompany(claimed, ctx.door, establishment)
    const { isLate } = await tenancy.run(tenant.id, () =>
      ask(ctx.params.id, ctx.door, { company, text })
    )
    ctx.session.flash('success', isLate ? LATE : IN_TIME)
    return ctx.response.redirect(`/moi/marches/${tenant.slug}/${ctx.params.id}/questions`)
  }
}

const IN_TIME = 'Votre question est envoyée. La réponse sera publiée pour tous, sans votre nom.'
const LATE =
  'Votre question est envoyée, mais hors délai : l’acheteur peut ne pas y répondre (R2132-6).'

async function askedBy(personId: string, consultationId: string, after: string | null) {
  const query = Question.query()
    .where({ consultationId, personId })
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: questions, next } = pageOf(await query, SHOWN)
  return { questions, next: pageAfter(next) }
}
