import { clock } from '#kernel/clock'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { uuidv7 } from '#lib/values'
import { behind, walled, type KnownOrganisation } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import type { CandidatureForm } from '../rules/candidature.js'
import { factsOf } from '../vault/company_facts.js'
import Candidature from './candidature.js'
import { mustAnswerOnce, mustBeMandataireOnce } from './elsewhere.js'
import CandidatureMember, { companyKey } from './member.js'

/** Who begins, and for which of her companies; `isHeld`: somebody vouched that she acts for it. */
export interface Beginner {
  personId: string
  company: KnownOrganisation & { siret: string }
  isHeld: boolean
}

/**
 * The candidature of a company to a consultation, begun alone unless it stands already: one for each
 * company of a person. Outside any transaction.
 */
export async function beginCandidature(
  { id: consultationId, tenantId: buyerId }: Consultation,
  { personId, company, isHeld }: Beginner
): Promise<{ candidature: Candidature; isNew: boolean }> {
  const facts = isHeld ? await factsOf(company.id) : null
  return behind({ person: personId }, async (trx) => {
    // Of two that are asked together, the second sees the first
    await takeTurn(trx, `candidature of ${personId} for ${company.id} to ${consultationId}`)
    const known = await Candidature.query(walled())
      .where({ consultationId, establishmentId: company.id })
      .first()
    if (known) return { candidature: known, isNew: false }
    const id = uuidv7()
    const to = { buyerId, consultationId, personId, establishmentId: company.id }
    const candidature = await Candidature.create(
      { id, ...to, form: 'alone', sousTraitants: [] },
      walled()
    )
    await CandidatureMember.create(
      {
        ...to,
        candidatureId: id,
        mandataireId: personId,
        role: 'alone',
        state: facts ? 'ready' : 'accepted',
        isAttested: isHeld,
        companyKey: companyKey(consultationId, company.siret),
        siret: company.siret,
        company: company.name,
        facts,
        work: '',
        invitedAt: clock.now(),
        answeredAt: clock.now(),
      },
      walled()
    )
    return { candidature, isNew: true }
  })
}

/** Says in which form she answers. @throws E_CANDIDATURE_MISSING, E_MANDATAIRE_TWICE, E_SEVERAL_GROUPS_FORBIDDEN */
export async function chooseForm(
  consultation: Consultation,
  { personId, candidatureId }: { personId: string; candidatureId: string },
  form: CandidatureForm
): Promise<void> {
  await behind({ person: personId }, async () => {
    const candidature = await Candidature.hold(consultation.id, candidatureId)
    const [own] = await CandidatureMember.of(candidature.id)
    if (form !== 'alone') {
      const asking = { candidatureId, personId, siret: own.siret }
      await mustBeMandataireOnce(consultation, asking)
      await mustAnswerOnce(consultation, asking)
    }
    await candidature.merge({ form }).save()
    await own.merge({ role: form === 'alone' ? 'alone' : 'mandataire' }).save()
  })
}
