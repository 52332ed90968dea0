import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { matchPersons } from '#lib/outsiders'
import { clock } from '#kernel/clock'
import type { PlatformJob } from '#kernel/jobs'
import { findLikenesses } from '#app/outsiders/jobs/find_likenesses'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import { twinsOf } from '#app/outsiders/likeness/twins_of'
import { PersonMissing } from '#app/outsiders/errors'
import type { Beside } from '#app/outsiders/people/came_in'
import { addIdentifier } from '#app/outsiders/people/identifier'
import { openingOf } from '#app/outsiders/people/open_account'
import Person from '#app/outsiders/people/person'
import { type Recognised, recognised } from '#app/outsiders/people/recognised'
import { note } from '#app/outsiders/people/told'
import { queueBehind } from '#app/outsiders/wall/queue_behind'
import { behind } from '#app/outsiders/wall/wall'
import { attachVouched } from '#app/outsiders/organisations/vouched'
import { type Claims, factsOf, identityOf, reachOf } from './claims.js'
import { doorOf } from './door.js'
import { openDoorIf } from './open_door.js'

/** What a provider's word led to, and where the browser goes next or what the person is told. */
export type Identified =
  | { outcome: 'opened'; next: string; personId: string }
  | { outcome: 'proposal'; next: string }
  | { outcome: 'refused'; sentence: string }

/**
 * Signs somebody in by what a provider says of her. Known by its `sub`: her door opens. Unknown and
 * the same as a record that we hold: the link is proposed, and confirmed by a secret. Otherwise an
 * account opens, and what merely looks alike waits for an agent. Never by an e-mail. The caller has checked state, nonce, signature, issuer and audience.
 * Called outside any transaction.
 */
export async function identified(ctx: HttpContext, claims: Claims): Promise<Identified> {
  const known = await recognised(claims.issuer, claims.sub)
  if (known) {
    const link = linkingPerson(ctx)
    if (link && link !== known.person.id) return { outcome: 'refused', sentence: TAKEN(claims) }
    return openKnown(ctx, known, claims)
  }
  const facts = factsOf(claims)
  if (!facts.birthName && !facts.usageName && !facts.givenNames?.length)
    return { outcome: 'refused', sentence: NAMELESS(claims) }
  const linking = linkingPerson(ctx)
  if (linking) return linkTo(ctx, linking, claims)
  const alike = await twinsOf(facts)
  const twins = alike.filter(({ verdict }) => verdict === 'same').map(({ person }) => person.id)
  if (twins.length === 0) return openNew(ctx, claims, facts)
  ctx.session.put('claims_waiting', { claims, twins })
  return { outcome: 'proposal', next: '/moi/rapprochement' }
}

const NAMELESS = ({ provider }: Claims) =>
  `${provider} ne nous a donné ni nom ni prénom : nous ne pouvons pas ouvrir de compte ainsi. Ouvrez-le avec une adresse, un téléphone, ou à un guichet.`
const TAKEN = ({ provider }: Claims) =>
  `Cette identité de ${provider} ouvre déjà un autre compte. Déconnectez-vous, puis revenez par ${provider}.`
const UNLIKE = ({ provider }: Claims) =>
  `L’identité que donne ${provider} n’est pas celle de ce compte. Déconnectez-vous pour ouvrir la vôtre, ou voyez un guichet.`

/** A person who is there and asked to link a provider to her account. */
function linkingPerson({ session }: HttpContext): string | null {
  const asked: string | undefined = session.get('link_provider')
  return asked && doorOf(session)?.personId === asked ? asked : null
}

async function linkTo(ctx: HttpContext, personId: string, claims: Claims): Promise<Identified> {
  const mine = await behind({ person: personId }, () => Person.get(personId))
  const [one, other] = [identityOf(mine), identityOf(factsOf(claims))]
  if (one && other && matchPersons(one, other) === 'different')
    return { outcome: 'refused', sentence: UNLIKE(claims) }
  await link(personId, claims)
  ctx.session.forget('link_provider')
  return open(ctx, personId, claims)
}

/** Adds the provider to the ways into an account. Outside any transaction. */
export async function link(personId: string, claims: Claims): Promise<void> {
  const { issuer, sub, provider } = claims
  const provenAt = clock.now().toJSDate()
  await behind({ person: personId }, async () => {
    await addIdentifier({ personId, kind: 'sub', issuer, value: sub, source: issuer, provenAt })
    await note(personId, 'linked', `${provider} ouvre désormais votre compte`, { kind: 'self' })
  })
  await learn(personId, claims)
}

/** Writes what the provider says today, with its date. */
async function learn(personId: string, claims: Claims): Promise<void> {
  const at = clock.now()
  await behind({ person: personId }, async () => {
    const person = await Person.hold(personId)
    await person.tell(factsOf(claims), claims.issuer, at.toJSDate()).save()
    await queueBehind(tellingOf(personId, claims, at))
  })
}

/** That her provider said who she is, for the members that know her. */
function tellingOf(personId: string, { issuer }: Claims, at: DateTime): PlatformJob {
  const payload = { personId, issuer, at: at.toUTC().toISO()! }
  return tellMembers.forPlatform({ event: 'personIdentified', payload })
}

/**
 * Somebody who has an account. Mostly her provider says again what it said before: the dates alone
 * are new, and are written as she comes in. What it says otherwise is learnt first, under a lock.
 */
async function openKnown(
  ctx: HttpContext,
  { person, version, isMet }: Recognised,
  claims: Claims
): Promise<Identified> {
  const at = clock.now()
  const { sources, $dirty: changed } = person.tell(factsOf(claims), claims.issuer, at.toJSDate())
  const saysAgain = Object.keys(changed).every((name) => name === 'sources')
  const jobs = isMet ? [tellingOf(person.id, claims, at)] : []
  const beside = { again: { sources, version }, jobs }
  const opened = saysAgain && (await openIf(ctx, person.id, claims, beside))
  if (opened) return opened
  await learn(person.id, claims)
  return open(ctx, person.id, claims)
}

/** A new account, in the provider's words; a doubt about it waits for an agent. Outside any transaction. */
export async function openNew(
  ctx: HttpContext,
  claims: Claims,
  facts = factsOf(claims)
): Promise<Identified> {
  const { issuer, sub } = claims
  const account = { facts, source: issuer, ...reachOf(claims), sub: { issuer, value: sub } }
  const opening = openingOf(account, { kind: 'self' })
  const { id: personId } = opening.person
  return open(ctx, personId, claims, {
    opening,
    jobs: [findLikenesses.forPlatform({ personId })],
  })
}

/** Her door, which her provider opened; the establishment that it vouches for is hers to act for. */
export async function open(
  ctx: HttpContext,
  personId: string,
  claims: Claims,
  beside?: Beside
): Promise<Identified> {
  const opened = await openIf(ctx, personId, claims, beside)
  if (!opened) throw new PersonMissing()
  return opened
}

async function openIf(
  ctx: HttpContext,
  personId: string,
  { issuer, idToken, siret }: Claims,
  beside?: Beside
): Promise<Identified | null> {
  const how = { proof: 'provider' as const, provider: { issuer, idToken } }
  const next = await openDoorIf(ctx, personId, how, beside)
  if (next === null) return null
  if (siret) await attachVouched({ personId, name: doorOf(ctx.session)!.name }, siret)
  return { outcome: 'opened', next, personId }
}
