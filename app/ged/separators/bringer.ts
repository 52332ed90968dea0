import { membershipOf } from '#kernel/people/memberships'
import { agentHere, levelsOf, listsOfMember } from '../access/reader.js'
import { worksElsewhere } from '../access/works_elsewhere.js'
import type { Level } from '../rules/levels.js'

/**
 * In whose name a scan came: a person (of what comes by an inlet, who opened it), or the member
 * itself, by a command of its operator.
 */
export type Bringer = { personId: string | null } | 'member'

/** What may be done in that name below each list of rights, today. */
export async function levelsOfBringer(bringer: Bringer): Promise<Map<string, Level>> {
  if (bringer === 'member') {
    return new Map((await listsOfMember()).map((id) => [id, 'contributor']))
  }
  const { personId: userId } = bringer
  if (!userId) return new Map()
  const membership = await membershipOf(userId)
  const worksFor = await worksElsewhere(userId)
  // Who works nowhere any more has only her name left
  if (!membership && worksFor.length === 0) return new Map()
  return levelsOf(agentHere({ userId, roles: membership?.roles ?? [] }, worksFor))
}
