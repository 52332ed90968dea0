import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { behind, establishmentsOf } from '#rooms/outsiders'
import { holderOfMember } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { openApplication } from '../gateways/passe_marche.js'
import { fetchProofs } from '../jobs/fetch_proofs.js'
import { VaultClosed } from '../vault/errors.js'
import CandidatureMember from './member.js'
import { openConsultation } from './open_consultation.js'

const SILENT =
  'Passe Marché ne répond pas. Rien n’attend : continuez sans lui, et revenez quand vous voulez.'

/** A candidature by SIRET: the administrations are asked for her by Passe Marché. */
export default class PasseMarchesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it begins hers there, once
    const { passeMarche } = await openConsultation(await buyerOf(ctx), ctx.params.id)
    const member = await heldMember(ctx)
    // Outside any transaction: somebody else’s server may be slow
    const answer = passeMarche ? await openApplication(passeMarche, member.siret) : null
    if (answer?.kind === 'found') await note(ctx, { passeMarche: answer.value })
    else ctx.session.flash('notice', answer?.kind === 'refused' ? answer.why : SILENT)
    return back(ctx)
  }

  async fetch(ctx: HttpContext) {
    // Compared with nothing: it asks again for what is there, and keeps it in her vault
    await openConsultation(await buyerOf(ctx), ctx.params.id)
    const { id: memberId } = await heldMember(ctx)
    await note(ctx, { passeMarcheAskedAt: clock.now() })
    const personId = await holderOfMember(ctx.door.personId, memberId)
    await fetchProofs.enqueueForPlatform({ memberId, personId })
    ctx.session.flash('success', 'Vos pièces sont demandées : elles arrivent dans votre coffre.')
    return back(ctx)
  }
}

/** Her own, for a company whose vault opens to her. @throws E_CANDIDATURE_MISSING, E_VAULT_CLOSED */
async function heldMember({ door: { personId }, params }: HttpContext): Promise<CandidatureMember> {
  const held = await establishmentsOf(personId)
  const person = await holderOfMember(personId, params.member)
  const member = await behind({ person }, () => CandidatureMember.own(person, params.member))
  if (!held.some(({ id }) => id === member.establishmentId)) throw new VaultClosed()
  return member
}

async function note(
  { door: { personId }, params }: HttpContext,
  what: Partial<Pick<CandidatureMember, 'passeMarche' | 'passeMarcheAskedAt'>>
): Promise<void> {
  const person = await holderOfMember(personId, params.member)
  await behind({ person }, async () => {
    const member = await CandidatureMember.own(person, params.member)
    await member.merge(what).save()
  })
}

const back = ({ params, response }: HttpContext) =>
  response.redirect(
    `/moi/marches/${params.tenant}/${params.id}/candidature/membres/${params.member}#passe-marche`
  )
