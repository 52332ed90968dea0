import { seenIn, type SharedForm } from '#web/forms/shared_form'
import type CertificateLink from '../models/certificate_link.js'

export const linkKey = (id: string) => `certificat:${id}`

/** A demand to answer, or a link to take back: whoever puts one aside must not revoke a granted one. */
export const sharedLink = ({ id, reason, grantedAt }: CertificateLink): SharedForm => ({
  key: linkKey(id),
  what: 'ce rattachement',
  stored: { reason: reason ?? null, isGranted: grantedAt !== null },
  labels: { isGranted: 'Rattaché', reason: 'Motif' },
})

/** What the page puts in the forms of a line. */
export const seenOfLink = (link: CertificateLink) => {
  const shared = sharedLink(link)
  return { form: shared.key, seen: seenIn(shared) }
}
