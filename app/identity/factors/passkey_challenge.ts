import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { PasskeyRefused } from '#identity/errors'
import { loginOptions } from './passkey_login.js'

/** Asks the keys of a browser for a proof; `door` names which door the session awaits it at. */
export async function askForKey({ session }: HttpContext, door: string) {
  const options = await loginOptions()
  session.put(door, options.challenge)
  return options
}

/** What a key answered to the challenge of that door, which serves once. @throws E_PASSKEY_REFUSED */
export function answerOfKey({ session, request }: HttpContext, door: string) {
  const challenge: string | null = session.pull(door)
  const answer = request.body() as AuthenticationResponseJSON
  if (!challenge || typeof answer.id !== 'string') throw new PasskeyRefused()
  return { challenge, answer }
}
