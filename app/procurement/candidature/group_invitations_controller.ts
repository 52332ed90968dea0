import type { HttpContext } from '@adonisjs/core/http'
import { behind, establishmentsClaimedBy, establishmentsOf } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Consultation from '../drafting/consultation.js'
import { FORMS } from '../rules/candidature.js'
import { acceptInvitation, invitationNamed, invitedAmong, refuseInvitation } from './answer.js'
import Candidature from './candidature.js'

import CandidatureMember from './member.js'

/** A link by which a company joins a group: opened as often as one wants, answered once. */
export default class GroupInvitationsController {
  async show(ctx: HttpContext) {
    const invitation = await invitationNamed(ctx.params.secret)
    const { consultation, tenant } = await toWhat(invitation)
    const { form, mandataire } = await byWhom(invitation)
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    return ctx.view.render('procurement/candidature/invitation', {
      ...{ invitation, consultation, mandataire, buyer: tenant.name },
      form: FORMS[form],
      company: invitedAmong(invitation, claimed),
      page: `/moi/groupements/${ctx.params.secret}`,
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the link that she holds serves once
    const { secret } = ctx.params
    const { consultation, tenant } = await toWhat(await invitationNamed(secret))
    const { personId } = ctx.door
    const claimed = await establishmentsClaimedBy(personId)
    const held = await establishmentsOf(personId)
    const { id } = await acceptInvitation(secret, consultation, { personId, claimed, held })
    ctx.session.flash('success', 'Vous êtes de ce groupement. Remplissez votre candidature.')
    return ctx.response.redirect(
      `/moi/marches/${tenant.slug}/${consultation.id}/candidature/membres/${id}`
    )
  }

  async refuse(ctx: HttpContext) {
    // Compared with nothing: the link that she holds serves once
    await refuseInvitation(ctx.params.secret)
    ctx.session.flash('success', 'Vous avez refusé. Le mandataire est prévenu.')
    return ctx.response.redirect('/moi')
  }
}

async function toWhat({ buyerId, consultationId }: CandidatureMember) {
  return tenancy.run(buyerId, async () => ({
    consultation: await Consultation.get(consultationId),
    tenant: await tenants.current(),
  }))
}

/** What whoever is invited may know of the group: who leads it, and in which form. */
async function byWhom({ mandataireId, candidatureId, consultationId }: CandidatureMember) {
  return behind({ person: mandataireId }, async () => {
    const { form } = await Candidature.hold(consultationId, candidatureId)
    const [first] = await CandidatureMember.of(candidatureId)
    return { form, mandataire: first.company }
  })
}
