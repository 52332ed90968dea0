import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { behind } from '#rooms/outsiders'
import { holderOfMember } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { DUME_NUMBER, dumeOf } from '../gateways/dume.js'
import { fetchDume } from '../jobs/fetch_dume.js'
import { EspdNumberWrong, EspdRefused } from './errors.js'
import CandidatureMember from './member.js'
import { openConsultation } from './open_consultation.js'
import { readEspdApart } from './read_espd_apart.js'

const given = vine.create({ number: vine.string().trim().maxLength(100).optional() })
const SILENT =
  'Le Service DUME ne répond pas : votre DUME viendra dès qu’il répondra. Vous pouvez aussi joindre son fichier sans attendre.'

/** A DUME by its number: the service of the State gives the one that was written there. */
export default class DumesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it takes the place of hers, whole
    const { number = '' } = await ctx.request.validateUsing(given)
    if (!DUME_NUMBER.test(number)) throw new EspdNumberWrong().at('number')
    const { params, door, session, response } = ctx
    const page = ctx.request.url().replace(/\/numero$/, '')
    const buyer = await buyerOf(ctx)
    const { id: consultationId } = await openConsultation(buyer, params.id)
    const personId = await holderOfMember(door.personId, params.member)
    const own = () => CandidatureMember.own(personId, params.member)
    const { id: memberId } = await behind({ person: personId }, own)
    // Outside any transaction: somebody else’s server may be slow
    const answer = await dumeOf(number)
    if (answer.kind === 'refused') throw new EspdRefused(answer.why).at('number')
    if (answer.kind !== 'found') {
      const wanted = { buyerId: buyer.id, consultationId, memberId, personId, number }
      await fetchDume.enqueueForPlatform(wanted)
      session.flash('notice', SILENT)
      return response.redirect(page)
    }
    const espd = await readEspdApart(answer.value)
    if ('problem' in espd) throw new EspdRefused(espd.problem).at('number')
    await openConsultation(buyer, params.id)
    await behind({ person: personId }, async () => (await own()).merge({ espd }).save())
    session.flash('success', `${espd.criteria.length} critères sont lus : répondez-y.`)
    return response.redirect(page)
  }
}
