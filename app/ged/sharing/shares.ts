import { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import type { Level } from '../rules/levels.js'

/** A member to whom a space is open. */
export interface Share {
  guestId: string
  name: string
  siren: string
  level: Level
  at: DateTime
}

const sharesHere = () => tenancy.trx().from('ged.shares').where('tenant_id', tenancy.tenantId())

/** The members to whom a space is open, by their names. */
export async function sharesOf(spaceId: string): Promise<Share[]> {
  const rows = await sharesHere().where('space_id', spaceId)
  const shares = []
  for (const { guest_id: guestId, level, at } of rows) {
    const guest = await tenants.byId(guestId)
    if (guest)
      shares.push({
        guestId,
        name: guest.name,
        siren: guest.siren,
        level,
        at: DateTime.fromJSDate(at),
      })
  }
  return shares.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'))
}

export const isSharedWith = async (spaceId: string, guestId: string): Promise<boolean> =>
  (await sharesHere().where({ space_id: spaceId, guest_id: guestId }).first()) !== null

/** The members that opened a space to the tenant in context, by their names. */
export async function ownersHere() {
  const rows = await tenancy
    .trx()
    .from('ged.guest_places')
    .where('tenant_id', tenancy.tenantId())
    .distinct('owner_id')
  const owners = []
  for (const { owner_id: id } of rows) {
    const owner = await tenants.byId(id)
    if (owner) owners.push({ name: owner.name, slug: owner.slug })
  }
  return owners.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'))
}
