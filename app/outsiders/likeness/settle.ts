import { person as agent } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { NeedsSecondAgent } from '#app/outsiders/errors'
import { finishJoining } from '#app/outsiders/jobs/finish_joining'
import { joinRecords } from '#app/outsiders/merging/merge'
import Likeness from './likeness.js'
import { likenessLifecycle } from './likeness_lifecycle.js'

/**
 * « The same person », says an agent who has both before her eyes: a first one proposes it, a second
 * one confirms, and the older record answers for both. It opens one record to whoever holds the other:
 * both names are in the journal, and she may part them again. Returns whether they are one now.
 * @throws E_NEEDS_SECOND_AGENT, E_NOT_ONE_PERSON, E_PERSON_MISSING, E_LIKENESS_MISSING
 */
export async function saySame(id: string, agentId: string): Promise<boolean> {
  const likeness = await Likeness.hold(id)
  if (likeness.state === 'waiting') {
    likeness.merge({ proposedBy: agentId, proposedAt: clock.now() })
    await move(likeness, 'propose', agentId)
    return false
  }
  if (likeness.proposedBy === agentId) throw new NeedsSecondAgent()
  const { personId: keptId, otherId: mergedId } = likeness
  likeness.merge({ settledBy: agentId, settledAt: clock.now() })
  await move(likeness, 'join', agentId)
  await joinRecords(keptId, mergedId, { kind: 'agent', id: agentId, atMember: tenancy.tenantId() })
  await finishJoining.enqueue({ keptId, mergedId })
  return true
}

/** « Two persons »: nothing changes, and the doubt does not come back. @throws E_LIKENESS_MISSING */
export async function sayTwo(id: string, agentId: string): Promise<void> {
  const likeness = await Likeness.hold(id)
  likeness.merge({ settledBy: agentId, settledAt: clock.now() })
  await move(likeness, 'part', agentId)
}

async function move(likeness: Likeness, event: 'propose' | 'join' | 'part', agentId: string) {
  await likenessLifecycle.move(likeness, event)
  const { personId, otherId, proposedBy, settledBy } = likeness
  await journal.append({
    type: `outsiders.likeness_${likeness.state}`,
    subject: likeness.ref,
    actor: agent(agentId),
    data: { personId, otherId, proposedBy, settledBy },
  })
}
