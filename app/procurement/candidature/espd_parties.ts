import { clock } from '#kernel/clock'
import type { Answered } from '../formats/dc_parts.js'
import type { EspdParties } from '../formats/espd/write_response.js'
import type { CompanyFacts } from '../rules/company_facts.js'
import type Candidature from './candidature.js'
import type CandidatureMember from './member.js'

const ROLES = {
  alone: 'sole-tenderer',
  mandataire: 'group-lead',
  cotraitant: 'group-mem',
} as const

/** Who answers and to whom, as her DUME names them. */
export function partiesOf(
  { day, reference, title, buyer }: Answered,
  { id, form }: Candidature,
  member: CandidatureMember & { facts: CompanyFacts }
): EspdParties {
  const { id: uuid, role, company, siret } = member
  const { representative, email, phone, isSme, workforce } = member.facts
  return {
    ...{ uuid, day, reference, title, buyer },
    time: clock.now().setZone('Europe/Paris').toFormat('HH:mm:ssZZ'),
    role: ROLES[role],
    // The members of one group name it alike
    group: form === 'alone' ? null : `Groupement ${id}`,
    company: { name: company, siret, representative, email, phone, isSme, workforce },
  }
}
