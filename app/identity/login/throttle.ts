import type { HttpContext } from '@adonisjs/core/http'
import { digest } from '#identity/secrets'
import type User from '#kernel/people/user'
import { admit, takeBack, type Counter } from './attempts.js'
import {
  ACCOUNT,
  ADDRESS,
  CODES,
  FIVE_TRIES,
  LETTERS,
  OPENINGS,
  OWN,
  STRANGERS,
  type Patience,
} from './delays.js'
import { knownDevice } from './known_device.js'
import { tallied, untallied } from './tally.js'
import { networkOf } from '#lib/net/network'

/** Takes the attempt back: it succeeded. */
export type Succeeded = () => Promise<void>

const counter = (what: string, who: string, patience: Patience): Counter => ({
  key: `${what}_${digest(who)}`,
  patience,
})
const placeOf = ({ request }: HttpContext) => networkOf(request.ip())

/** Counts before the attempt is made, so that a hundred at once do not pass. */
async function attempt(counted: Counter[], own: Counter[], watched: Counter[] = []) {
  await admit([...counted, ...own], watched)
  return () => takeBack(counted, own)
}

/**
 * An attempt at the password of an account, known or not, from where the request comes. The same is
 * asked of both, and answered to both, or the waits would tell which accounts exist; but names tried
 * blindly weigh ten times less on the neighbours of the address.
 */
export async function attemptPassword(ctx: HttpContext, email: string, user: User | null) {
  const device = knownDevice(ctx, user)
  if (device) return attempt([], [counter('device_password', `${email} ${device}`, OWN)])
  const place = placeOf(ctx)
  const [known, strangers] = [
    counter('password_address', place, ADDRESS),
    counter('password_strangers', place, STRANGERS),
  ]
  const account = counter('password_account', email, ACCOUNT)
  const own = counter('password', `${email} ${place}`, OWN)
  return user
    ? attempt([known, account], [own], [strangers])
    : attempt([strangers, account], [own], [known])
}

/**
 * An attempt at the door of somebody outside: counted by what she typed and by where from, the same
 * whether it names anybody or not.
 */
export async function attemptOutside(ctx: HttpContext, login: string, isKnown: boolean) {
  const place = placeOf(ctx)
  const [known, strangers] = [
    counter('outside_address', place, ADDRESS),
    counter('outside_strangers', place, STRANGERS),
  ]
  const account = counter('outside_account', login, ACCOUNT)
  const own = counter('outside', `${login} ${place}`, OWN)
  return isKnown
    ? attempt([known, account], [own], [strangers])
    : attempt([strangers, account], [own], [known])
}

/** One of the five tries that a code bears, wherever they come from; the sixth is not admitted. */
export async function countTry(codeId: string): Promise<void> {
  await admit([counter('door_code', codeId, FIVE_TRIES)])
}

/** An account that a place opens without an address that answers. */
export async function countOpening(ctx: HttpContext): Promise<void> {
  await admit([counter('outside_opening', placeOf(ctx), OPENINGS)])
}

/** An attempt at a code, by whoever knows the password: strict, but on her own device. */
export async function attemptCode(ctx: HttpContext, user: User): Promise<Succeeded> {
  const device = knownDevice(ctx, user)
  if (device) return attempt([], [counter('device_code', `${user.id} ${device}`, CODES)])
  return attempt([], [counter('code', user.id, CODES)])
}

/** Somebody who is in proves again that it is she: nobody outside can make her wait. */
export async function attemptConfirmation(user: User): Promise<Succeeded> {
  return attempt([], [counter('confirm', user.id, OWN)])
}

/** A key cannot be guessed; only the work that it costs us is bounded. */
export async function attemptPasskey(ctx: HttpContext): Promise<Succeeded> {
  return attempt([counter('passkey', placeOf(ctx), ADDRESS)], [])
}

const providerCounter = (ctx: HttpContext, slug: string) =>
  counter('provider', `${slug} ${placeOf(ctx)}`, STRANGERS)

/** A sign-in that somebody else proves; begun often from one address, it waits like any other. */
export const attemptProvider = (ctx: HttpContext, slug: string): Promise<void> =>
  tallied(providerCounter(ctx, slug))

/** It is taken back once she is proven: a hall where many come in by one address waits for nobody. */
export const providerSucceeded = (ctx: HttpContext, slug: string): Promise<void> =>
  untallied(providerCounter(ctx, slug))

/** A letter to an address, known or not; nothing takes it back. */
export async function countLetter(ctx: HttpContext, email: string): Promise<void> {
  const places = counter('letter_address', placeOf(ctx), ADDRESS)
  await admit([places, counter('letter', email, LETTERS)])
}
