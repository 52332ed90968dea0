import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import type { Tenant } from '#kernel/tenant'
import { behind, establishmentsOf } from '#rooms/outsiders'
import { holderOfMember } from '../answers/colleagues.js'
import type Consultation from '../drafting/consultation.js'
import { FORMS } from '../rules/candidature.js'
import { asTyped } from '../rules/company_facts.js'
import { applicationUrl, isPasseMarcheAsked } from '../gateways/passe_marche.js'
import GivenProof from '../vault/given_proof.js'
import Proof from '../vault/proof.js'
import Candidature from './candidature.js'
import CandidatureMember from './member.js'

/** The page of a company's own candidature. @throws E_CANDIDATURE_MISSING */
export async function ownMemberScreen(
  { door, params }: HttpContext,
  tenant: Tenant,
  consultation: Consultation
) {
  const person = await holderOfMember(door.personId, params.member)
  const { member, given } = await behind({ person }, async () => ({
    member: await CandidatureMember.own(person, params.member),
    given: await GivenProof.of(params.member),
  }))
  const held = await establishmentsOf(door.personId)
  const isHeld = held.some(({ id }) => id === member.establishmentId)
  const proofs = isHeld ? await proofsOf(member.establishmentId!) : []
  const { year } = clock.today()
  const base = `/moi/marches/${tenant.slug}/${consultation.id}`
  return {
    ...{ consultation, member, given, proofs, isHeld, base, buyer: tenant.name },
    page: `${base}/candidature/membres/${member.id}`,
    passeMarche: passeMarcheOf(member, consultation, isHeld),
    ...(await groupOf(member)),
    years: [year - 1, year - 2, year - 3],
    typed: asTyped(member.facts, year),
    isOpen: consultation.state === 'online' && !consultation.isPastTheHour && member.isLiving,
  }
}

/** What Passe Marché may do for her; null where it is not asked, or her vault is not hers to fill. */
function passeMarcheOf(member: CandidatureMember, { passeMarche }: Consultation, isHeld: boolean) {
  if (!isPasseMarcheAsked() || !isHeld || !passeMarche) return null
  const { passeMarche: number, passeMarcheAskedAt: askedAt } = member
  return { number, askedAt, url: number ? applicationUrl(number) : null }
}

const proofsOf = (id: string) => behind({ establishments: [id] }, () => Proof.of(id))

/** What a cotraitant knows of her group: a solidaire answers for every other member. */
async function groupOf({ mandataireId, candidatureId, consultationId }: CandidatureMember) {
  return behind({ person: mandataireId }, async () => {
    const { form } = await Candidature.hold(consultationId, candidatureId)
    const members = await CandidatureMember.of(candidatureId)
    return { form: FORMS[form], members: members.filter((one) => one.isLiving) }
  })
}
