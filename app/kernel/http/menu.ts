import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { allCapabilities } from '#kernel/capability'
import { hasService } from '#kernel/tenant'

export interface MenuItem {
  name: string
  label: string
  icon: string
  url: string
  current: boolean
}

/** A URL by the name of a route that only a capability knows. */
const urlTo = router.urlBuilder.urlFor as unknown as (name: string, params: object) => string

/** The services of the rail: those whose permission the person holds in this tenant. */
export function menuOf(ctx: HttpContext): MenuItem[] {
  if (!ctx.tenant || !ctx.membership) return []
  const here = ctx.request.url()
  return allCapabilities().flatMap(({ name, label, icon, home }) => {
    if (!home || !hasService(ctx.tenant, name) || !ctx.allows(home.permission)) return []
    const url = urlTo(home.route, { tenant: ctx.tenant.slug })
    const current = name === 'portal' ? here === url : here === url || here.startsWith(`${url}/`)
    return [{ name, label, icon, url, current }]
  })
}

/** What the collectivite shows to everybody: the pages that its services open to the public. */
export function publicMenuOf(ctx: HttpContext): PublicItem[] {
  if (!ctx.tenant) return []
  const here = ctx.request.url()
  return allCapabilities().flatMap(({ name, publicHome }) => {
    if (!publicHome || !hasService(ctx.tenant, name)) return []
    const { route, ...words } = publicHome
    const url = urlTo(route, { tenant: ctx.tenant.slug })
    return [{ ...words, url, current: here === url || here.startsWith(`${url}/`) }]
  })
}

export interface PublicItem {
  label: string
  text: string
  icon: string
  url: string
  current: boolean
}
