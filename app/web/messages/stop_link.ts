import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { appKey } from '#config/app'
import { isUuid } from '#lib/values'

const proofOf = (personId: string) =>
  createHmac('sha256', appKey.release()).update(`mails.stop ${personId}`).digest('base64url')

/** Where a mail is stopped by whoever holds it: by its reader, or by her mail program for her. */
export const stopPath = (personId: string) => `/courriels/arret/${personId}.${proofOf(personId)}`

/** The person whose mails a link stops, or null when we never made it. */
export function personOfStop(link: string): string | null {
  const [personId, proof = ''] = link.split('.')
  if (!isUuid(personId)) return null
  const [known, given] = [Buffer.from(proofOf(personId)), Buffer.from(proof)]
  return known.length === given.length && timingSafeEqual(known, given) ? personId : null
}

/**
 * A mail program posts there without having read a page (RFC 8058): the link is the token, it opens
 * no session, and the most that a forger who holds it does is to stop mails that may be asked again.
 */
export const isOneClickStop = ({ route }: HttpContext) => route?.name === 'messages.stop.store'
