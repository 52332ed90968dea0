import { hasService } from '#kernel/room'
import { systemDb } from '#kernel/system'
import { tenants, type Tenant } from '#kernel/tenant'
import { chorusAccount } from '../settings.js'

/** A technical account that Chorus Pro does not let in, or that it does not answer. */
export interface FailingAccount {
  /** Of its line, by which the list goes on. */
  id: string
  place: Tenant
  says: string
  since: Date
  succeededAt: Date | null
}

/** Those that fail, the oldest failure first, after the line of that identifier. */
export async function failingAccounts(
  after: string | null,
  most: number
): Promise<FailingAccount[]> {
  const rows = await systemDb()
    .from('invoicing.pulls')
    .whereNotNull('failing_since')
    .if(after, (query) =>
      query.whereRaw(
        '(failing_since, id) > (select failing_since, id from invoicing.pulls where id = ?)',
        [after!]
      )
    )
    .orderBy('failing_since')
    .orderBy('id')
    .limit(most)
  const places = new Map((await tenants.all()).map((place) => [place.id, place]))
  return rows.flatMap((row) => {
    const place = places.get(row.tenant_id)
    if (!place) return []
    const { id, last_error: says, failing_since: since, succeeded_at: succeededAt } = row
    return [{ id, place, says: says ?? '', since, succeededAt }]
  })
}

/** How many members are connected to Chorus Pro, how many fail, and how many have no account yet. */
export async function connectedMembers() {
  const open = (await tenants.all()).filter(
    (place) => place.state === 'active' && hasService(place, 'invoicing')
  )
  const connected = open.filter((place) => chorusAccount(place)).length
  const [{ count }] = await systemDb()
    .from('invoicing.pulls')
    .whereNotNull('failing_since')
    .count('* as count')
  return { connected, failing: Number(count), without: open.length - connected }
}
