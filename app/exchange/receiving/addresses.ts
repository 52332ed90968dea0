import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { idOfKey, signedKey } from '#web/signed_key'

const WHAT = 'exchange.recipient'

/** The address that is mailed to a recipient: it opens nothing without a code mailed to the same box. */
export const doorUrl = (tenant: Tenant, recipientId: string): string =>
  appUrl + here('exchange.public.doors.show', { tenant, door: signedKey(WHAT, recipientId) })

/** The recipient that an address names, or null when we never made it. */
export const recipientOfKey = (key: string): string | null => idOfKey(WHAT, key)
