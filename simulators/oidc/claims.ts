import type { JWTPayload } from 'jose'
import type { Fault } from './faults.js'
import type { SignIn } from './memory.js'
import type { ProviderOptions } from './options.js'

/** Of whom a token of a sign-in speaks, to whom, until when; wrong where it is told to be. */
export function idTokenClaims(
  signIn: SignIn,
  issuer: string,
  options: ProviderOptions,
  fault: Fault
): JWTPayload {
  const now = Math.floor((options.clock ?? Date.now)() / 1000)
  const age = fault === 'expired' ? 3600 : 0
  return {
    iss: fault === 'wrong_iss' ? 'https://ailleurs.example/api/v2' : issuer,
    aud: fault === 'wrong_aud' ? 'un-autre-service' : signIn.client.id,
    sub: signIn.sub,
    nonce: fault === 'wrong_nonce' ? 'un-autre-nonce-de-plus-de-22-signes' : signIn.nonce,
    iat: now - age,
    exp: now - age + options.tokenSeconds,
    auth_time: now - age,
    ...(fault === 'no_acr' ? {} : { acr: fault === 'low_acr' ? 'eidas0' : signIn.acr }),
    amr: ['pwd'],
  }
}

/** What the scopes that were asked let through, as the provider says it of that person. */
export function userinfoClaims(
  signIn: SignIn,
  issuer: string,
  options: ProviderOptions,
  fault: Fault
): JWTPayload {
  const names = signIn.scope.split(' ').flatMap((scope) => options.scopes[scope] ?? [])
  const known = Object.entries(signIn.account?.claims ?? {}).filter(
    ([name, value]) => names.includes(name) && value !== undefined && !isHidden(name, fault)
  )
  return {
    ...Object.fromEntries(known),
    sub: fault === 'other_sub' ? `${signIn.sub.slice(0, -3)}0v1` : signIn.sub,
    iss: issuer,
    aud: fault === 'userinfo_wrong_aud' ? 'un-autre-service' : signIn.client.id,
  }
}

const NAMES = ['family_name', 'given_name', 'given_name_array', 'usual_name', 'preferred_username']

const isHidden = (name: string, fault: Fault) =>
  (fault === 'no_name' && NAMES.includes(name)) || (fault === 'no_email' && name === 'email')
