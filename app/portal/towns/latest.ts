import { allRooms, hasService } from '#kernel/room'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import type { PublicThing } from '#web/latest'

const SHOWN = 5

/** What a service showed last, under its name, with the way to all of it. */
export interface Latest {
  label: string
  url: string
  things: PublicThing[]
}

/** The last things that the services of the tenant in context showed; those that showed none are left out. */
export async function latestShown(tenant: Tenant): Promise<Latest[]> {
  const told: Latest[] = []
  for (const { name, publicHome, latest } of allRooms()) {
    if (!publicHome || !latest || !hasService(tenant, name)) continue
    const things = await latest(SHOWN)
    const url = here(publicHome.route as 'portal.public.towns.show', { tenant })
    if (things.length > 0) told.push({ label: publicHome.label, url, things })
  }
  return told
}
