import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { idOfKey, signedKey } from '#web/signed_key'

const WHAT = 'ged.link'

/** The path by which somebody without an account comes to what a link opens. */
export const linkPath = (tenant: Tenant, id: string): string =>
  here('ged.public.links.show', { tenant, link: signedKey(WHAT, id) })

/** The same, whole: what is given to somebody. */
export const linkUrl = (tenant: Tenant, id: string): string => appUrl + linkPath(tenant, id)

/** The link that an address names, or null when we never made it. */
export const linkOfKey = (key: string): string | null => idOfKey(WHAT, key)
