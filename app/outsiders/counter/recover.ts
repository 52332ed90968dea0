import { person as agent } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { NeedsSecondAgent } from '#app/outsiders/errors'
import { type Paper, writePaper } from '#app/outsiders/doors/paper_code'
import { meet } from '#app/outsiders/people/meet'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { findAtCounter, type Shown } from './find_person.js'
import Recovery from './recovery.js'
import { recoveryLifecycle } from './recovery_lifecycle.js'

/** A first agent has seen who stands before her, and asks for a new paper. @throws E_NOT_KNOWN_HERE */
export async function askRecovery(shown: Shown, agentId: string): Promise<Recovery> {
  const person = await findAtCounter(shown)
  await meet(person.id, 'recovery')
  const recovery = await Recovery.create({
    personId: person.id,
    personName: person.fullName,
    askedBy: agentId,
    state: 'asked',
  })
  await journal.append({
    type: 'outsiders.recovery_asked',
    subject: recovery.ref,
    actor: agent(agentId),
    data: { personId: person.id },
  })
  return recovery
}

/**
 * A second agent confirms: a new paper, and nothing of before opens the account any more but its
 * keys and its providers. Both names are in the journal. @throws E_NEEDS_SECOND_AGENT, E_RECOVERY_MISSING
 */
export async function approveRecovery(
  id: string,
  agentId: string
): Promise<Paper & { personId: string }> {
  const recovery = await Recovery.hold(id)
  if (recovery.askedBy === agentId) throw new NeedsSecondAgent()
  await settle(recovery, 'approve', agentId)
  const { personId } = recovery
  const atMember = tenancy.tenantId()
  return behind({ person: personId }, async () => {
    const person = await Person.hold(personId)
    await person.merge({ password: null }).save()
    const paper = await writePaper(personId, { kind: 'agent', id: agentId, atMember })
    return { ...paper, personId }
  })
}

/** Nothing is given: the account stays as it was. Whoever asked may take it back. @throws E_RECOVERY_MISSING */
export async function refuseRecovery(id: string, agentId: string): Promise<void> {
  await settle(await Recovery.hold(id), 'refuse', agentId)
}

async function settle(recovery: Recovery, event: 'approve' | 'refuse', agentId: string) {
  recovery.merge({ settledBy: agentId, settledAt: clock.now() })
  await recoveryLifecycle.move(recovery, event)
  await journal.append({
    type: `outsiders.recovery_${recovery.state}`,
    subject: recovery.ref,
    actor: agent(agentId),
    data: { personId: recovery.personId, askedBy: recovery.askedBy, settledBy: agentId },
  })
}
