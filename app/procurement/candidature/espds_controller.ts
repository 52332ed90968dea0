import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { behind } from '#rooms/outsiders'
import { holderOfMember } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { ANSWERABLE, questionsOf, wrongAnswers, type Espd } from '../formats/espd/espd.js'
import { standardEspd } from '../formats/espd/standard.js'
import { isDumeAsked } from '../gateways/dume.js'
import { criteriaAskedBy } from '../publication/dume_of.js'
import { CandidatureMissing, EspdNotBrought, EspdRefused } from './errors.js'
import CandidatureMember from './member.js'
import { openConsultation, publishedConsultation } from './open_consultation.js'
import { readEspdApart } from './read_espd_apart.js'

const MOST_BYTES = 5_000_000
const answered = vine.create({ answers: vine.object({}).allowUnknownProperties().optional() })

/** The DUME (ESPD) of a company: the request of the buyer read as a form, and its answers. */
export default class EspdsController {
  async show(ctx: HttpContext) {
    const consultation = await publishedConsultation(await buyerOf(ctx), ctx.params.id)
    const member = await ownOf(ctx)
    return ctx.view.render('procurement/candidature/espd', {
      ...{ consultation, member, page: pageOf(ctx), questionsOf, hints: ANSWERABLE },
      fieldOf: (id: string) => fieldOf(id),
      isDumeAsked: isDumeAsked(),
      isOpen: consultation.state === 'online' && !consultation.isPastTheHour && member.isLiving,
      own: pageOf(ctx).replace(/\/dume$/, ''),
    })
  }

  /** The request that the buyer published, or a response to go on with. */
  async store(ctx: HttpContext) {
    // Compared with nothing: it takes the place of hers, whole
    const file = ctx.request.file('espd', { size: MOST_BYTES })
    if (!file?.tmpPath || !file.isValid) throw new EspdNotBrought().at('espd')
    const read = await readEspdApart(await readFile(file.tmpPath))
    if ('problem' in read) throw new EspdRefused(read.problem).at('espd')
    await keep(ctx, read)
    ctx.session.flash('success', `${read.criteria.length} critères sont lus : répondez-y.`)
    return ctx.response.redirect(pageOf(ctx))
  }

  /** What the buyer asks, answered by what she wrote of her company. */
  async write(ctx: HttpContext) {
    // Compared with nothing: it takes the place of hers, whole
    const consultation = await openConsultation(await buyerOf(ctx), ctx.params.id)
    const { facts } = await ownOf(ctx)
    if (!facts) throw new EspdRefused('Remplissez d’abord votre candidature.')
    const { id, title } = consultation
    await keep(ctx, standardEspd(facts, { id, title, criteria: criteriaAskedBy(consultation) }))
    return ctx.response.redirect(pageOf(ctx))
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: her own company's words, which nobody else writes
    const { answers: typed = {} } = await ctx.request.validateUsing(answered)
    const { espd } = await ownOf(ctx)
    if (!espd) throw new CandidatureMissing()
    const questions = espd.criteria.flatMap(questionsOf)
    const given = typed as Record<string, unknown>
    const answers = Object.fromEntries(
      questions.map(({ id }) => [
        id,
        String(given[fieldOf(id)] ?? '')
          .trim()
          .slice(0, 4_000),
      ])
    )
    refuseProblems(
      wrongAnswers(espd.criteria, answers).map(({ id, hint }) => ({
        field: `answers.${fieldOf(id)}`,
        message: `Écrivez ${hint}.`,
      }))
    )
    await keep(ctx, { ...espd, answers })
    ctx.session.flash('success', 'Votre DUME est enregistré. Il part avec votre dossier.')
    return ctx.response.redirect(pageOf(ctx))
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: it is there or is not
    await keep(ctx, null)
    ctx.session.flash('success', 'Votre dossier part sans DUME.')
    return ctx.response.redirect(pageOf(ctx))
  }
}

const holderOf = ({ door, params }: HttpContext) => holderOfMember(door.personId, params.member)

async function ownOf(ctx: HttpContext): Promise<CandidatureMember> {
  const person = await holderOf(ctx)
  return behind({ person }, () => CandidatureMember.own(person, ctx.params.member))
}

async function keep(ctx: HttpContext, espd: Espd | null): Promise<void> {
  await openConsultation(await buyerOf(ctx), ctx.params.id)
  const person = await holderOf(ctx)
  await behind({ person }, async () => {
    const member = await CandidatureMember.own(person, ctx.params.member)
    await member.merge({ espd }).save()
  })
}

const pageOf = ({ params }: HttpContext) =>
  `/moi/marches/${params.tenant}/${params.id}/candidature/membres/${params.member}/dume`

/** An identifier of a property as a field: what it holds of points and brackets would part its name. */
const fieldOf = (id: string): string => Buffer.from(id).toString('hex')
