import { createHmac, timingSafeEqual } from 'node:crypto'
import { appKey, appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { isUuid } from '#lib/values'

const proofOf = (invoiceId: string) =>
  createHmac('sha256', appKey.release()).update(`invoicing.follow ${invoiceId}`).digest('base64url')

/** What names an invoice to its supplier, and that nobody else can make: `<id>.<proof>`. */
export const followKey = (invoiceId: string): string => `${invoiceId}.${proofOf(invoiceId)}`

/** The address by which a supplier follows an invoice without an account. */
export const followUrl = (tenant: Tenant, invoiceId: string): string =>
  appUrl + here('invoicing.public.followings.show', { tenant, link: followKey(invoiceId) })

/** The invoice that a link follows, or null when we never made it. */
export function invoiceOfLink(link: string): string | null {
  const [invoiceId, proof = ''] = link.split('.')
  if (!isUuid(invoiceId)) return null
  const [known, given] = [Buffer.from(proofOf(invoiceId)), Buffer.from(proof)]
  return known.length === given.length && timingSafeEqual(known, given) ? invoiceId : null
}
