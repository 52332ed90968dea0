import type { DateTime } from 'luxon'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'
import { day, spoken } from '#web/dates'
import { CertificateUnreadable, type Holder } from '#lib/signature'
import { people } from '#kernel/people'
import CertificateLink from '../models/certificate_link.js'
import { certificateProblem, type Certificates } from './certificates.js'
import { seenOfLink } from './shared_link.js'
import { judgePerson, refusalOf } from './holders.js'

const SHOWN = 50

/** A certificate as the signing page shows it before anything is signed. */
export async function holderCard(certificates: Certificates, userId: string) {
  const found = await certificateProblem(certificates)
  if (found instanceof CertificateUnreadable) throw found
  const judged = await judgePerson(certificates.certificate, userId)
  const { holder, link, problem } = judged
  const refusal = found ?? refusalOf(judged)
  return {
    facts: spokenFacts([...holderFacts(holder), ...(link ? [await linkFact(link)] : [])]),
    refusal: refusal && { code: refusal.code, title: refusal.message },
    mayAsk: !found && problem === 'other_person',
  }
}

interface Fact {
  name: string
  value: string
}

/** As the script of the page draws them: the parts of each value, a date perhaps in another language. */
export const spokenFacts = (facts: Fact[]) =>
  facts.map(({ name, value }) => ({ name, value: spoken(value) }))

/** Whose certificate it is, in words. */
export function holderFacts({
  name,
  organization,
  identifiers,
  issuerName,
  ...dates
}: Holder): Fact[] {
  const ids = identifiers.map(({ siren, text }) => (siren ? `SIREN ${siren}` : text))
  return [
    { name: 'Titulaire', value: name },
    {
      name: 'Organisation',
      value: [organization, ...new Set(ids)].filter(Boolean).join(', ') || 'non indiquée',
    },
    { name: 'Délivré par', value: issuerName },
    { name: 'Valable', value: `du ${day(dates.notBefore)} au ${day(dates.notAfter)}` },
  ]
}

async function linkFact(link: CertificateLink): Promise<Fact> {
  return { name: 'Rattaché à votre compte', value: await linkInWords(link, day) }
}

/** « par Yann Kerbrat, le 22 novembre 2026 : nom de naissance »; `says` is how its reader says a day. */
export async function linkInWords(
  link: CertificateLink,
  says: (at: DateTime) => string
): Promise<string> {
  const who = (await people.names([link.grantedBy])).get(link.grantedBy!) ?? ''
  const own = link.isOwn ? ' (pour son propre compte, en tant qu’administration)' : ''
  return `par ${who}${own}, le ${says(link.grantedAt!)} : ${link.reason}`
}

/**
 * Every demand that waits, the oldest first, and the links that hold, the newest first, fifty at a
 * time after the one named, for those who manage the parapheur.
 */
export async function linksScreen(after: string | null) {
  const living = () => CertificateLink.query().whereNull('endedAt')
  const waiting = await living().whereNull('grantedAt').orderBy('id')
  const held = living()
    .whereNotNull('grantedAt')
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) held.where('id', '<', after)
  const { shown: granted, next } = pageOf(await held, SHOWN)
  return {
    waiting: await linesOf(waiting),
    granted: await linesOf(granted),
    next: pageAfter(next),
  }
}

async function linesOf(links: CertificateLink[]) {
  const names = await people.names(links.flatMap(({ userId, grantedBy }) => [userId, grantedBy]))
  return links.map((link) => ({
    id: link.id,
    person: names.get(link.userId) ?? '',
    holder: link.holderName,
    organization: link.organization,
    issuer: link.issuerName,
    expiresAt: link.expiresAt,
    fingerprint: link.fingerprint,
    askedAt: link.createdAt,
    reason: link.reason,
    grantedBy: names.get(link.grantedBy ?? '') ?? null,
    grantedAt: link.grantedAt,
    isOwn: link.isOwn,
    userId: link.userId,
    shared: seenOfLink(link),
  }))
}
