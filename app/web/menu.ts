import type { HttpContext } from '@adonisjs/core/http'
import { allRooms, hasService } from '#kernel/room'
import type { Tenant } from '#kernel/tenant'
import { addressOf } from './address_of.js'

export interface MenuItem {
  name: string
  label: string
  icon: string
  url: string
  current: boolean
}

/** The first page of a room in a member, by the route that the room declares. */
export const pageOfRoom = (route: string, slug: string): string =>
  addressOf(route, { tenant: slug })

/** Every room, from the first of the rail to the last; 50 is the rank of those that say none. */
export const inRailOrder = () =>
  allRooms().toSorted((one, other) => (one.rank ?? 50) - (other.rank ?? 50))

/** The services of the rail: those whose permission the person holds in this tenant. */
export function menuOf(ctx: HttpContext): MenuItem[] {
  const here = ctx.request.url()
  if (!ctx.tenant || !ctx.membership) return aboveTenants(ctx, here)
  const front = `/c/${ctx.tenant.slug}`
  return inRailOrder().flatMap(({ name, label, icon, home }) => {
    if (!home || !hasService(ctx.tenant, name) || !ctx.allows(home.permission)) return []
    const url = addressOf(home.route, { tenant: ctx.tenant.slug })
    // The front door is above every other page
    const current = here === url || (url !== front && here.startsWith(`${url}/`))
    return [{ name, label, icon, url, current }]
  })
}

const PERSON_PAGES = [
  ['Mes tâches', 'list-checks', '/mes-taches'],
  ['Mes collectivités', 'building-2', '/collectivites'],
  ['Mon compte', 'circle-user-round', '/compte'],
]

/** The rail of the pages of a person, which belong to no collectivite. */
function aboveTenants(ctx: HttpContext, here: string): MenuItem[] {
  if (!ctx.auth?.user || ctx.tenant) return []
  return PERSON_PAGES.map(([label, icon, url]) => ({
    name: url,
    label,
    icon,
    url,
    current: here === url || here.startsWith(`${url}/`),
  }))
}

/** What the collectivite shows to everybody: the pages that its services open to the public. */
export function publicMenuOf(ctx: HttpContext): PublicItem[] {
  if (!ctx.tenant) return []
  const here = ctx.request.url()
  return inRailOrder().flatMap(({ name, publicHome }) => {
    if (!publicHome || !hasService(ctx.tenant, name)) return []
    if (ctx.shownRooms && !ctx.shownRooms.has(name)) return []
    const { route, label, text, icon } = publicHome
    const words = { label, text, icon }
    const url = addressOf(route, { tenant: ctx.tenant.slug })
    return [{ ...words, url, current: here === url || here.startsWith(`${url}/`) }]
  })
}

/** The rooms that have something to show to everybody, in the tenant in context. */
export async function shownRooms(tenant: Tenant): Promise<Set<string>> {
  const shown = new Set<string>()
  for (const { name, publicHome } of allRooms()) {
    if (!publicHome || !hasService(tenant, name)) continue
    if (!publicHome.isShown || (await publicHome.isShown())) shown.add(name)
  }
  return shown
}

export interface PublicItem {
  label: string
  text: string
  icon: string
  url: string
  current: boolean
}
