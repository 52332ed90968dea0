import { behind, walled } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { LIVING } from '../rules/candidature.js'
import { MandataireTwice, SeveralGroupsForbidden } from './errors.js'
import CandidatureMember, { companyKey } from './member.js'

/** In whose candidature, and who asks. */
interface Asking {
  candidatureId: string
  personId: string
  siret: string
}

/**
 * Where else a company answers to a consultation. What somebody began in its name without being its
 * own is left out, or a rival would close the door by a claim: she answers for herself, or somebody
 * vouched for her.
 */
async function elsewhere(consultationId: string, { candidatureId, personId, siret }: Asking) {
  const identifier = companyKey(consultationId, siret)
  const rows = await behind({ identifier }, () =>
    CandidatureMember.query(walled())
      .where('companyKey', identifier)
      .whereNot('candidatureId', candidatureId)
      .whereIn('state', LIVING)
  )
  return rows.filter(
    (one) => one.state !== 'awaited' && (one.isAttested || one.personId === personId)
  )
}

/** Whether a company is in another candidature already: allowed unless the RC forbids it, and told. */
export const isElsewhere = async (consultationId: string, asking: Asking): Promise<boolean> =>
  (await elsewhere(consultationId, asking)).length > 0

/** @throws E_MANDATAIRE_TWICE: of one group at most for a marché, whatever the RC says (R2142-23). */
export async function mustBeMandataireOnce(consultationId: string, asking: Asking): Promise<void> {
  const others = await elsewhere(consultationId, asking)
  if (others.some(({ role }) => role === 'mandataire')) throw new MandataireTwice().at('form')
}

/** @throws E_SEVERAL_GROUPS_FORBIDDEN where the RC says so: the law lets it choose (R2142-21). */
export async function mustAnswerOnce(
  { id, forbidsSeveralGroups }: Consultation,
  asking: Asking
): Promise<void> {
  if (forbidsSeveralGroups && (await isElsewhere(id, asking))) throw new SeveralGroupsForbidden()
}
