import { clock } from '#kernel/clock'
import type { DomainError } from '#lib/errors'
import { judgeHolder, readHolder, type Holder, type HolderProblem } from '#lib/signature'
import { people } from '#kernel/people'
import { tenants } from '#kernel/tenant'
import {
  CertificateExpired,
  CertificateNotYetValid,
  CertificateOfAnotherCollectivite,
  CertificateOfSomebodyElse,
  PersonForSeal,
  SealForPerson,
} from './errors.js'
import CertificateLink from '../models/certificate_link.js'

/** Who is about to sign with a certificate, and what allows it. */
export interface JudgedHolder {
  holder: Holder
  problem: HolderProblem | null
  /** What an administrator granted, when the certificate bears another name. */
  link: CertificateLink | null
  fullName: string
}

/** Compares a person's certificate with her and with the collectivite in context. */
export async function judgePerson(certificate: Buffer, userId: string): Promise<JudgedHolder> {
  const holder = readHolder(certificate)
  const fullName = (await people.names([userId])).get(userId)!
  const known = await CertificateLink.of(userId, holder.fingerprint)
  const link = known?.isGranted ? known : null
  const person = { fullName, isLinked: link !== null }
  return { holder, link, fullName, problem: judgeHolder(holder, await asked(person)) }
}

/** Throws what forbids this person to sign with this certificate. */
export async function acceptPerson(certificate: Buffer, userId: string): Promise<JudgedHolder> {
  const judged = await judgePerson(certificate, userId)
  const refusal = refusalOf(judged)
  if (refusal) throw refusal
  return judged
}

/** Throws what forbids the collectivite in context to seal with this certificate. */
export async function acceptSeal(certificate: Buffer, field?: string): Promise<void> {
  const refusal = await sealRefusal(certificate)
  if (refusal) throw field ? refusal.at(field) : refusal
}

/** What forbids it, or null. */
export async function sealRefusal(certificate: Buffer): Promise<DomainError | null> {
  const holder = readHolder(certificate)
  return refusalOf({ holder, problem: judgeHolder(holder, await asked(null)) })
}

/** The sentence for what is wrong with a holder, or null. */
export function refusalOf({
  holder,
  problem,
  fullName = '',
}: Pick<JudgedHolder, 'holder' | 'problem'> & { fullName?: string }): DomainError | null {
  const whose = [holder.organization, ...holder.identifiers.map(({ text }) => text)]
  const refusals: Record<HolderProblem, () => DomainError> = {
    expired: () => new CertificateExpired(),
    not_yet_valid: () => new CertificateNotYetValid(),
    seal_for_person: () => new SealForPerson(holder.name),
    person_for_seal: () => new PersonForSeal(holder.name),
    other_collectivite: () =>
      new CertificateOfAnotherCollectivite(whose.filter(Boolean).join(', ')),
    other_person: () => new CertificateOfSomebodyElse(holder.name, fullName),
  }
  return problem && refusals[problem]()
}

async function asked(person: { fullName: string; isLinked: boolean } | null) {
  const { siren } = await tenants.current()
  return { person, siren, at: clock.now().toJSDate() }
}
