import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { behind, walled } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { mailMember } from '../jobs/mail_candidature.js'
import Candidature from './candidature.js'
import { GroupFull, MemberTwice } from './errors.js'
import CandidatureMember, { companyKey } from './member.js'

/** One page shows them all, and one marché rarely has ten. */
const MOST_MEMBERS = 30

export interface Invited {
  siret: string
  company: string
  email: string
  part: string | null
  work: string
}

export interface Mandataire {
  personId: string
  candidatureId: string
}

/**
 * A mandataire invites a company into her candidature; the link is drawn and mailed by a job, and
 * stands until the hour. @throws E_CANDIDATURE_MISSING, E_MEMBER_TWICE, E_GROUP_FULL
 */
export async function inviteMember(
  consultation: Consultation,
  { personId, candidatureId }: Mandataire,
  invited: Invited
): Promise<void> {
  const id = uuidv7()
  await behind({ person: personId }, async () => {
    const { buyerId } = await Candidature.hold(consultation.id, candidatureId)
    const members = await CandidatureMember.of(candidatureId)
    const living = members.filter((one) => one.isLiving)
    if (living.length >= MOST_MEMBERS) throw new GroupFull(MOST_MEMBERS)
    const key = companyKey(consultation.id, invited.siret)
    if (living.some((one) => one.companyKey === key)) throw new MemberTwice().at('siret')
    await CandidatureMember.create(
      {
        ...invited,
        id,
        candidatureId,
        buyerId,
        consultationId: consultation.id,
        role: 'cotraitant',
        state: 'awaited',
        mandataireId: personId,
        companyKey: key,
        invitedAt: clock.now(),
        expiresAt: consultation.deadline,
      },
      walled()
    )
  })
  await mailMember.enqueueForPlatform({ memberId: id, mandataireId: personId, what: 'invited' })
}

/** Says how much of the marché is hers, and of what. @throws E_CANDIDATURE_MISSING */
export async function shareOut(
  consultation: Consultation,
  { personId, candidatureId }: Mandataire,
  { memberId, part, work }: { memberId: string; part: string | null; work: string }
): Promise<void> {
  await behind({ person: personId }, async () => {
    await Candidature.hold(consultation.id, candidatureId)
    const member = await CandidatureMember.hold(memberId)
    await member.merge({ part, work }).save()
  })
}

/** A mandataire goes on without a company; she is told. @throws E_CANDIDATURE_MISSING */
export async function removeMember(
  consultation: Consultation,
  { personId, candidatureId }: Mandataire,
  memberId: string
): Promise<void> {
  await behind({ person: personId }, async () => {
    await Candidature.hold(consultation.id, candidatureId)
    const member = await CandidatureMember.hold(memberId)
    // The one that answers does not put itself out
    if (member.role !== 'cotraitant') throw new MemberTwice()
    await member.pass('remove').merge({ tokenHash: null }).save()
  })
  await mailMember.enqueueForPlatform({ memberId, mandataireId: personId, what: 'removed' })
}
