import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server'
import { clock } from '#kernel/clock'
import logger from '@adonisjs/core/services/logger'
import { PasskeyRefused } from '#identity/errors'
import Passkey from '#identity/passkey'
import User from '#kernel/people/user'
import { relyingParty } from './relying_party.js'

/** What the browser needs to offer the keys that it holds for us; it names nobody. */
export const loginOptions = () =>
  generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: 'required' })

/** A key as we hold it: its public half. */
export interface HeldPasskey {
  id: string
  publicKey: Uint8Array
  counter: number
  transports: string[] | null
}

/** The counter of a key that answered for `challenge`. @throws E_PASSKEY_REFUSED */
export async function verifyPasskey(
  { id, publicKey, counter, transports }: HeldPasskey,
  challenge: string,
  response: AuthenticationResponseJSON
): Promise<number> {
  const { id: expectedRPID, origins } = relyingParty()
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id,
      publicKey: new Uint8Array(publicKey),
      counter,
      transports: transports ?? undefined,
    },
  }).catch((error: Error) => {
    logger.info({ event: 'passkey_refused', reason: error.message }, 'a passkey was refused')
    throw new PasskeyRefused()
  })
  if (!result.verified) throw new PasskeyRefused()
  return result.authenticationInfo.newCounter
}

/** The person whom a key names; throws PasskeyRefused. */
export async function personOfPasskey(
  challenge: string,
  response: AuthenticationResponseJSON
): Promise<User> {
  const passkey = await Passkey.find(response.id)
  const user = passkey && (await User.find(passkey.userId))
  if (!passkey || !user) throw new PasskeyRefused()
  const { id, publicKey, transports } = passkey
  const held = { id, publicKey, transports, counter: Number(passkey.counter) }
  const counter = await verifyPasskey(held, challenge, response)
  await passkey.merge({ counter, lastUsedAt: clock.now() }).save()
  return user
}
