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

/**
 * Each lot is a marché of its own: both rules are read lot by lot, and which lots she answers is in her
 * pli alone. Where the need is divided nothing is refused before the hour; the opening tells it.
 */
export async function isDivided(consultation: Consultation): Promise<boolean> {
  const { envelopes } = await consultation.keys()
  return envelopes.filter((name) => name !== 'candidature').length > 1
}

/** @throws E_MANDATAIRE_TWICE: of one group at most for a marché, whatever the RC says (R2142-23). */
export async function mustBeMandataireOnce(
  consultation: Consultation,
  asking: Asking
): Promise<void> {
  if (await isDivided(consultation)) return
  const others = await elsewhere(consultation.id, asking)
  if (others.some(({ role }) => role === 'mandataire')) throw new MandataireTwice().at('form')
}

/** @throws E_SEVERAL_GROUPS_FORBIDDEN where the RC says so: the law lets it choose (R2142-21). */
export async function mustAnswerOnce(consultation: Consultation, asking: Asking): Promise<void> {
  if (!consultation.forbidsSeveralGroups || (await isDivided(consultation))) return
  if (await isElsewhere(consultation.id, asking)) throw new SeveralGroupsForbidden()
}
