import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import logger from '@adonisjs/core/services/logger'
import { PasskeyRefused } from '#identity/errors'
import Passkey from '#identity/passkey'
import type User from '#kernel/people/user'
import { relyingParty } from './relying_party.js'

/** EdDSA, ES256 and RS256 (IANA COSE): what devices have. */
const ALGORITHMS = [-8, -7, -257]

/** Whoever makes a key: her identifier, and how her device will name the account. */
export interface KeyOwner {
  id: string
  /** An address, an account number. */
  login: string
  fullName: string
}

interface KnownKey {
  id: string
  transports: string[] | null
}

/** What the browser needs to make a key for somebody who has `known` already. */
export const optionsFor = ({ id, login, fullName }: KeyOwner, known: KnownKey[]) =>
  generateRegistrationOptions({
    rpName: 'Halle',
    rpID: relyingParty().id,
    userID: new TextEncoder().encode(id),
    userName: login,
    userDisplayName: fullName,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((key) => ({
      id: key.id,
      transports: key.transports ?? undefined,
    })),
    // Found without a user name, and only after a finger, a face or a PIN: two factors in one gesture.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What the browser needs to make a key for this agent. */
export async function registrationOptions(user: User) {
  const known = await Passkey.query().where('userId', user.id)
  return optionsFor({ id: user.id, login: user.email, fullName: user.fullName }, known)
}

/** The public half of the key that a browser made for `challenge`. @throws E_PASSKEY_REFUSED */
export async function madeKey(challenge: string, response: RegistrationResponseJSON) {
  const { id: expectedRPID, origins } = relyingParty()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch((error: Error) => {
    logger.info({ event: 'passkey_refused', reason: error.message }, 'a passkey was refused')
    throw new PasskeyRefused()
  })
  if (!verified.verified) throw new PasskeyRefused()
  return verified.registrationInfo.credential
}

/** Keeps the key that a browser made for `challenge`; throws PasskeyRefused. */
export async function registerPasskey(
  user: User,
  challenge: string,
  response: RegistrationResponseJSON,
  name: string
): Promise<Passkey> {
  const { id, publicKey, counter, transports } = await madeKey(challenge, response)
  if (await Passkey.find(id)) throw new PasskeyRefused()
  return Passkey.create({
    id,
    userId: user.id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports: transports ?? null,
    name,
  })
}
