import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { allCapabilities } from '#kernel/capability'

export interface MenuItem {
  name: string
  label: string
  icon: string
  url: string
  current: boolean
}

/** The services of the rail: those whose permission the person holds in this tenant. */
export function menuOf(ctx: HttpContext): MenuItem[] {
  if (!ctx.tenant || !ctx.membership) return []
  const here = ctx.request.url()
  return allCapabilities().flatMap(({ name, label, icon, home }) => {
    if (!home || !ctx.allows(home.permission)) return []
    const url = router.urlBuilder.urlFor(home.route as never, { tenant: ctx.tenant.slug } as never)
    const current = name === 'portal' ? here === url : here === url || here.startsWith(`${url}/`)
    return [{ name, label, icon, url, current }]
  })
}
