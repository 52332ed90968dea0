import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { AnnotationTooLong } from '../errors.js'
import { LinkNotFound, LinkReasonMissing, NoLinkNeeded } from './errors.js'
import CertificateLink from '../models/certificate_link.js'
import { acceptCertificate, type Certificates } from './certificates.js'
import { judgePerson, refusalOf } from './holders.js'

const LONGEST_REASON = 512

/**
 * A person asks that a certificate of another name be known as hers. Only a difference of name can
 * be mended so. Throws E_NO_LINK_NEEDED and the E_CERTIFICATE_… refusals.
 */
export async function askLink(certificates: Certificates, by: Actor): Promise<void> {
  await acceptCertificate(certificates)
  const judged = await judgePerson(certificates.certificate, by.id!)
  if (judged.problem === null) throw new NoLinkNeeded()
  if (judged.problem !== 'other_person') throw refusalOf(judged)!
  const { holder, fullName } = judged
  if (await CertificateLink.of(by.id!, holder.fingerprint)) return
  const link = await CertificateLink.create({
    userId: by.id!,
    fingerprint: holder.fingerprint,
    holderName: holder.name,
    organization: holder.organization,
    issuerName: holder.issuerName,
    expiresAt: DateTime.fromJSDate(holder.notAfter),
  })
  await record('asked', link, by)
  const tenant = await tenants.current()
  await tasks.open({
    key: taskKey(link),
    capability: 'parapheur',
    title: `Dire si le certificat de ${holder.name} est celui de ${fullName}`,
    url: `/c/${tenant.slug}/parapheur/certificats`,
    role: 'administrator',
  })
}

/** Throws when the link, held, is not what the person saw (E_FORM_OVERTAKEN). */
type AsSeen = (link: CertificateLink) => Promise<void>

/**
 * An administrator answers for it, with her reason; for herself too, and then it is written so.
 * Throws E_CERTIFICATE_LINK_NOT_FOUND, E_LINK_REASON_MISSING.
 */
export async function grantLink(id: string, reason: string, by: Actor, asSeen: AsSeen) {
  const text = reason.trim()
  if (!text) throw new LinkReasonMissing().at(`reason-${id}`)
  if (text.length > LONGEST_REASON) throw new AnnotationTooLong(LONGEST_REASON).at(`reason-${id}`)
  const link = await hold(id)
  await asSeen(link)
  if (link.grantedAt) throw new LinkNotFound()
  await link.merge({ reason: text, grantedBy: by.id!, grantedAt: clock.now() }).save()
  await tasks.close(taskKey(link))
  await record('granted', link, by, {
    isOwn: link.isOwn,
    reasonSha256: createHash('sha256').update(text).digest('hex'),
  })
}

/** Puts a demand aside, or takes a link back: the certificate signs no more for this person. */
export async function endLink(id: string, by: Actor, asSeen: AsSeen): Promise<void> {
  const link = await hold(id)
  await asSeen(link)
  await link.merge({ endedBy: by.id!, endedAt: clock.now() }).save()
  await tasks.close(taskKey(link))
  await record(link.grantedAt ? 'revoked' : 'dismissed', link, by)
}

async function hold(id: string): Promise<CertificateLink> {
  const link = await CertificateLink.query().where({ id }).whereNull('endedAt').forUpdate().first()
  if (!link) throw new LinkNotFound()
  return link
}

const taskKey = ({ id }: CertificateLink) => `parapheur.certificate_link:${id}`

async function record(
  what: 'asked' | 'granted' | 'dismissed' | 'revoked',
  { id, userId, fingerprint }: CertificateLink,
  actor: Actor,
  more: Record<string, string | boolean> = {}
) {
  await journal.append({
    type: `parapheur.certificate_link_${what}`,
    actor,
    data: { person: userId, fingerprint, ...more },
    subject: { capability: 'parapheur', type: 'certificate_link', id },
  })
}
