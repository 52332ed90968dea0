import { digest } from '#identity'
import { clock } from '#kernel/clock'
import { behind, walled, type KnownOrganisation } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { mailMandataire } from '../jobs/mail_candidature.js'
import { factsOf } from '../vault/company_facts.js'
import { mustAnswerOnce } from './elsewhere.js'
import { GroupInvitationOver, NotThatCompany } from './errors.js'
import CandidatureMember from './member.js'

/** The invitation that a link names; reading it consumes nothing. @throws E_GROUP_INVITATION_OVER */
export async function invitationNamed(secret: string): Promise<CandidatureMember> {
  const invitation = digest(secret)
  const row = await behind({ invitation }, () =>
    CandidatureMember.query(walled()).where('tokenHash', invitation).first()
  )
  if (!row || row.state !== 'awaited' || row.expiresAt! < clock.now())
    throw new GroupInvitationOver()
  return row
}

/** Which of somebody's companies an invitation is made to: the same SIREN, its SIRET first. */
export function invitedAmong(
  { siret }: Pick<CandidatureMember, 'siret'>,
  companies: KnownOrganisation[]
): (KnownOrganisation & { siret: string }) | null {
  const same = companies.filter((one) => one.siret?.slice(0, 9) === siret.slice(0, 9))
  const found = same.find((one) => one.siret === siret) ?? same[0]
  return found ? { ...found, siret: found.siret! } : null
}

interface Answering {
  personId: string
  claimed: KnownOrganisation[]
  held: KnownOrganisation[]
}

/**
 * She accepts for her company: from now on this row is hers, and her mandataire's. The facts that the
 * company keeps come with her. Outside any transaction.
 * @throws E_GROUP_INVITATION_OVER, E_NOT_THAT_COMPANY, E_SEVERAL_GROUPS_FORBIDDEN
 */
export async function acceptInvitation(
  secret: string,
  consultation: Consultation,
  { personId, claimed, held }: Answering
): Promise<CandidatureMember> {
  const { id, candidatureId, mandataireId, siret } = await invitationNamed(secret)
  const company = invitedAmong({ siret }, claimed)
  if (!company) throw new NotThatCompany(siret.slice(0, 9))
  const isAttested = held.some((one) => one.id === company.id)
  const facts = isAttested ? await factsOf(company.id) : null
  await mustAnswerOnce(consultation, { candidatureId, personId, siret })
  // The row is still her mandataire's alone: the link that she holds speaks for her
  const accepted = await behind({ person: mandataireId }, async () => {
    const row = await CandidatureMember.hold(id)
    if (row.state !== 'awaited') throw new GroupInvitationOver()
    row.pass('accept').merge({
      ...{ personId, establishmentId: company.id, isAttested, facts },
      ...{ siret: company.siret, company: company.name },
      ...{ tokenHash: null, answeredAt: clock.now() },
    })
    if (facts) row.pass('fill')
    return row.save()
  })
  await mailMandataire.enqueueForPlatform({ memberId: id, mandataireId, what: 'accepted' })
  return accepted
}

/** Whoever holds the link says no, whichever company is hers. @throws E_GROUP_INVITATION_OVER */
export async function refuseInvitation(secret: string): Promise<void> {
  const { id, mandataireId } = await invitationNamed(secret)
  await behind({ person: mandataireId }, async () => {
    const row = await CandidatureMember.hold(id)
    await row.pass('refuse').merge({ tokenHash: null, answeredAt: clock.now() }).save()
  })
  await mailMandataire.enqueueForPlatform({ memberId: id, mandataireId, what: 'refused' })
}

/** A cotraitant goes away before the pli is sealed; her mandataire is told. @throws E_CANDIDATURE_MISSING */
export async function leaveGroup(personId: string, memberId: string): Promise<void> {
  const { mandataireId } = await behind({ person: personId }, async () => {
    const row = await CandidatureMember.own(personId, memberId)
    return row.role === 'cotraitant' ? row.pass('leave').save() : row
  })
  await mailMandataire.enqueueForPlatform({ memberId, mandataireId, what: 'left' })
}
