import { hasService } from '#kernel/room'
import { workplacesOf, type Workplace } from '#kernel/people/memberships'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

/**
 * What `ask` answers in each collectivité where a person works and whose parapheur is open, one
 * context after the other. Called outside any transaction.
 */
export async function inEachParapheur<T>(
  userId: string,
  ask: (place: Workplace) => Promise<T[]>
): Promise<T[]> {
  const found: T[] = []
  for (const place of await workplacesOf(userId)) {
    const open = await tenancy.run(place.tenantId, async () =>
      hasService(await tenants.current(), 'parapheur') ? ask(place) : []
    )
    found.push(...open)
  }
  return found
}
