import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { allCapabilities } from '#kernel/capability'
import { hasService, type Tenant } from '#kernel/tenant'

export interface MenuItem {
  name: string
  label: string
  icon: string
  url: string
  current: boolean
}

/** A URL by the name of a route that only a capability knows. */
const urlTo = router.urlBuilder.urlFor as unknown as (name: string, params: object) => string

const inRailOrder = () =>
  allCapabilities().toSorted((one, other) => (one.rank ?? 50) - (other.rank ?? 50))

/** The services of the rail: those whose permission the person holds in this tenant. */
export function menuOf(ctx: HttpContext): MenuItem[] {
  const here = ctx.request.url()
  if (!ctx.tenant || !ctx.membership) return aboveTenants(ctx, here)
  return inRailOrder().flatMap(({ name, label, icon, home }) => {
    if (!home || !hasService(ctx.tenant, name) || !ctx.allows(home.permission)) return []
    const url = urlTo(home.route, { tenant: ctx.tenant.slug })
    const current = name === 'portal' ? here === url : here === url || here.startsWith(`${url}/`)
    return [{ name, label, icon, url, current }]
  })
}

const OPERATOR_PAGES = [
  ['Membres', 'building-2', '/exploitation'],
  ['Tâches', 'list-checks', '/exploitation/taches'],
  ['Journal scellé', 'badge-check', '/exploitation/scellements'],
  ['Santé', 'heart-pulse', '/exploitation/sante'],
  ['Mentions', 'scale', '/exploitation/mentions'],
  ['Ouvertures de comptes', 'scroll-text', '/exploitation/provisionnement'],
]

const PERSON_PAGES = [
  ['Mes tâches', 'list-checks', '/mes-taches'],
  ['Mes collectivités', 'building-2', '/collectivites'],
  ['Mon compte', 'circle-user-round', '/compte'],
]

/** The rail of the pages that belong to no collectivite: the operator's console, and one's own. */
function aboveTenants(ctx: HttpContext, here: string): MenuItem[] {
  if (!ctx.auth?.user || ctx.tenant) return []
  const pages = here.startsWith('/exploitation') ? OPERATOR_PAGES : PERSON_PAGES
  const isCurrent = (url: string) =>
    url === '/exploitation'
      ? here === url || here.startsWith('/exploitation/membres')
      : here === url || here.startsWith(`${url}/`)
  return pages.map(([label, icon, url]) => ({
    name: url,
    label,
    icon,
    url,
    current: isCurrent(url),
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
    const url = urlTo(route, { tenant: ctx.tenant.slug })
    return [{ ...words, url, current: here === url || here.startsWith(`${url}/`) }]
  })
}

/** The rooms that have something to show to everybody, in the tenant in context. */
export async function shownRooms(tenant: Tenant): Promise<Set<string>> {
  const shown = new Set<string>()
  for (const { name, publicHome } of allCapabilities()) {
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
