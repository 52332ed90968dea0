import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { behind, establishmentsOf } from '#rooms/outsiders'
import { holderOfMember } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { BLANK_FACTS, readFacts } from '../rules/company_facts.js'
import { giveProofs } from '../vault/given_proof.js'
import { leaveGroup } from './answer.js'
import { fillMember } from './fill.js'
import { factsForm } from './forms.js'
import { openConsultation, publishedConsultation } from './open_consultation.js'
import { ownMemberScreen } from './own_member_screen.js'
import CandidatureMember from './member.js'

const given = vine.create({ proofs: vine.array(vine.string().uuid()).maxLength(100).optional() })

/** Her own candidature, whether she answers alone, leads a group or joins one. */
export default class OwnMembersController {
  async show(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    const consultation = await publishedConsultation(tenant, ctx.params.id)
    const screen = await ownMemberScreen(ctx, tenant, consultation)
    return ctx.view.render('procurement/candidature/own', screen)
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: her own company's words, which nobody else writes
    const typed = await ctx.request.validateUsing(factsForm)
    const read = readFacts({ ...BLANK_FACTS, ...typed }, clock.today().year)
    if ('problems' in read) return refuseProblems(read.problems)
    await openConsultation(await buyerOf(ctx), ctx.params.id)
    const heldIds = (await establishmentsOf(ctx.door.personId)).map(({ id }) => id)
    const personId = await holderOf(ctx)
    await fillMember({ personId, heldIds }, ctx.params.member, read.facts)
    ctx.session.flash('success', 'Votre candidature est remplie.')
    return ctx.response.redirect(ownPageOf(ctx))
  }

  /** Which proofs of her vault go to her mandataire. */
  async give(ctx: HttpContext) {
    // Compared with nothing: the whole choice is in the form, and replaces the former one
    const { proofs = [] } = await ctx.request.validateUsing(given)
    await openConsultation(await buyerOf(ctx), ctx.params.id)
    const held = await establishmentsOf(ctx.door.personId)
    const personId = await holderOf(ctx)
    const { establishmentId } = await behind({ person: personId }, () =>
      CandidatureMember.own(personId, ctx.params.member)
    )
    // A vault opens to who acts for the company, and not by her own word
    if (held.some(({ id }) => id === establishmentId))
      await giveProofs(personId, ctx.params.member, proofs)
    ctx.session.flash('success', 'Vos pièces sont jointes au dossier du groupement.')
    return ctx.response.redirect(ownPageOf(ctx))
  }

  async leave(ctx: HttpContext) {
    // Compared with nothing: her own place, which she leaves
    await openConsultation(await buyerOf(ctx), ctx.params.id)
    await leaveGroup(await holderOf(ctx), ctx.params.member)
    ctx.session.flash('success', 'Vous n’êtes plus de ce groupement. Son mandataire est prévenu.')
    return ctx.response.redirect(ownPageOf(ctx))
  }
}

/** Her own, or the colleague's who prepares it with her. */
const holderOf = ({ door, params }: HttpContext) => holderOfMember(door.personId, params.member)

const ownPageOf = ({ params }: HttpContext) =>
  `/moi/marches/${params.tenant}/${params.id}/candidature/membres/${params.member}`
