import { person as agent } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { personIdentified } from '#app/outsiders/events'
import type { Paper } from '#app/outsiders/doors/paper_code'
import { openOnPaper, readTyped, type Typed } from '#app/outsiders/doors/sign_up'
import { meet } from '#app/outsiders/people/meet'

/**
 * An agent opens an account for who stands before her: a name, and a paper to take home. Her own
 * name is in the journal. @throws E_NO_NAME, E_UNREADABLE_VALUE
 */
export async function welcome(typed: Typed, agentId: string): Promise<Paper> {
  const by = { kind: 'agent' as const, id: agentId, atMember: tenancy.tenantId() }
  const { personId, ...paper } = await openOnPaper(readTyped(typed), by)
  await meet(personId, 'counter')
  await journal.append({
    type: 'outsiders.account_opened',
    subject: { capability: 'outsiders', type: 'person', id: personId },
    actor: agent(agentId),
  })
  const at = clock.now().toISO()!
  await personIdentified.emit({ personId, issuer: 'counter', at })
  return paper
}
