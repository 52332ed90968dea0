import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'

/** That a person is told of what a search finds that is new. */
export interface Follow {
  searchId: string
  personId: string
  /** What was filed before it is not new to her. */
  followedAt: Date
}

const follows = () =>
  tenancy.trx().from('ged.search_follows').where('search_follows.tenant_id', tenancy.tenantId())

/** Begins to tell a person; a second time changes nothing. */
export async function follow(searchId: string, personId: string): Promise<void> {
  await tenancy
    .trx()
    .knexQuery()
    .table('ged.search_follows')
    .insert({
      ...{ tenant_id: tenancy.tenantId(), search_id: searchId, person_id: personId },
      followed_at: clock.now().toJSDate(),
    })
    .onConflict(['tenant_id', 'search_id', 'person_id'])
    .ignore()
}

/** Tells her nothing more, and forgets what she was told. */
export async function unfollow(searchId: string, personId: string): Promise<void> {
  await follows().where({ search_id: searchId, person_id: personId }).delete()
}

/** Of some searches, those that a person follows. */
export async function followedBy(personId: string, searchIds: string[]): Promise<Set<string>> {
  const rows = await follows()
    .where('person_id', personId)
    .whereIn('search_id', searchIds)
    .select('search_id')
  return new Set(rows.map(({ search_id: id }) => id))
}

/** Every follow of the tenant in context. */
export async function followsHere(): Promise<Follow[]> {
  const rows = await follows().orderBy(['person_id', 'search_id'])
  return rows.map(({ search_id: searchId, person_id: personId, followed_at: followedAt }) => ({
    ...{ searchId, personId, followedAt },
  }))
}
