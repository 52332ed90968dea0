import { behind } from '#rooms/outsiders'
import type { CompanyFacts } from '../rules/company_facts.js'
import { keepFacts } from '../vault/company_facts.js'
import CandidatureMember from './member.js'

/**
 * A company says what it is, in its own candidature; who acts for it, and not by her word alone,
 * also keeps that for the next tender. @throws E_CANDIDATURE_MISSING
 */
export async function fillMember(
  { personId, heldIds }: { personId: string; heldIds: string[] },
  memberId: string,
  facts: CompanyFacts
): Promise<void> {
  const { establishmentId } = await behind({ person: personId }, async () => {
    const row = await CandidatureMember.own(personId, memberId)
    return row.pass('fill').merge({ facts }).save()
  })
  if (heldIds.includes(establishmentId!)) await keepFacts(establishmentId!, personId, facts)
}
