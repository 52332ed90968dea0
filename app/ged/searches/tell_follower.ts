import { membershipOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { firstUuidOf } from '#lib/values'
import { here } from '#web/here'
import { tellHappened } from '#web/messages/happened'
import { agentHere, levelsOf } from '../access/reader.js'
import { worksElsewhere } from '../access/works_elsewhere.js'
import type { Follow } from './follow.js'
import { foundAmong } from './found_among.js'
import SavedSearch from './saved_search.js'
import { alreadyTold, noteTold } from './told.js'
import { reachOf } from './visible_searches.js'

/** What is looked at in one question; the texts of a phrase are read one by one. */
const AT_ONCE = 200

/**
 * Tells whoever follows a search of what was filed since and answers to it, in the transaction in
 * context: her rights are those of now, and what is noted with the message is never told again.
 * Returns how many documents she is told of.
 */
export async function tellFollower(follow: Follow, { since }: { since: Date }): Promise<number> {
  const { searchId, personId } = follow
  const membership = await membershipOf(personId)
  // Who left, or has no place among documents any more, hears nothing
  if (!membership || !isPermitted(membership.roles, 'ged.read')) return 0
  const search = await SavedSearch.find(searchId)
  const levels = await levelsOf(agentHere(membership, await worksElsewhere(personId)))
  if (!search || (await reachOf(search, { personId, levels })) === 'none') return 0
  const lists = [...levels.keys()]
  let told = 0
  let after = firstUuidOf(Math.max(+since, +follow.followedAt))
  for (;;) {
    const filed = await filedAfter(after, lists)
    if (filed.length === 0) break
    after = filed.at(-1)!
    const known = await alreadyTold(follow, filed)
    const fresh = filed.filter((id) => !known.has(id))
    if (fresh.length > 0) {
      told += await noteTold(follow, await foundAmong(search.words, lists, fresh))
    }
  }
  if (told > 0) await tell(follow, told)
  return told
}

/** The documents that were filed after an identifier and that she may read, the oldest first. */
async function filedAfter(after: string, lists: string[]): Promise<string[]> {
  const rows = await tenancy
    .trx()
    .from('ged.nodes')
    .where({ tenant_id: tenancy.tenantId(), kind: 'document' })
    .where('id', '>', after)
    .whereNull('deleted_at')
    .whereIn('access_id', lists)
    .orderBy('id')
    .limit(AT_ONCE)
    .select('id')
  return rows.map(({ id }) => id)
}

/** A mail goes through machines that are not ours: it names neither the search nor what was found. */
async function tell({ searchId, personId }: Follow, count: number): Promise<void> {
  const tenant = await tenants.current()
  await tellHappened(personId, {
    capability: 'ged',
    subjectId: searchId,
    words:
      count === 1
        ? 'Un nouveau document répond à une recherche que vous suivez'
        : `${count} nouveaux documents répondent à une recherche que vous suivez`,
    url: here('ged.saved_searches.show', { tenant, search: searchId }),
  })
}
