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

/** The person whom a key names; throws PasskeyRefused. */
export async function personOfPasskey(
  challenge: string,
  response: AuthenticationResponseJSON
): Promise<User> {
  const passkey = await Passkey.find(response.id)
  const user = passkey && (await User.find(passkey.userId))
  if (!passkey || !user) throw new PasskeyRefused()
  const { id: expectedRPID, origins } = relyingParty()
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
      transports: passkey.transports ?? undefined,
    },
  }).catch((error: Error) => {
    logger.info({ event: 'passkey_refused', reason: error.message }, 'a passkey was refused')
    throw new PasskeyRefused()
  })
  if (!result.verified) throw new PasskeyRefused()
  const counter = result.authenticationInfo.newCounter
  await passkey.merge({ counter, lastUsedAt: clock.now() }).save()
  return user
}
