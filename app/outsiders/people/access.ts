import type { HttpContext } from '@adonisjs/core/http'
import hash from '@adonisjs/core/services/hash'
import {
  attemptOutside,
  closeSessionsOf,
  passwordFault,
  rememberDevice,
  WeakPassword,
} from '#identity'
import { clock } from '#kernel/clock'
import { isUuid } from '#lib/values'
import { WrongSecret } from '#app/outsiders/errors'
import { provenBy } from '#app/outsiders/doors/sign_in'
import type { Door, Proof } from '#app/outsiders/doors/door'
import { type Waiting, waitingAs } from '#app/outsiders/doors/who_signs_in'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import Identifier, { identifiersOf } from './identifier.js'
import Person from './person.js'
import { note } from './told.js'

/** What proved just now that it is she, and takes the place of a secret. */
const PROOFS: Proof[] = ['mailed_code', 'said_code', 'password_and_code', 'passkey', 'provider']

/** Whether a secret of hers is asked again before the ways in change: there must be one. */
export const asksSecret = ({ proof }: Door, ways: Waiting | null): boolean =>
  !PROOFS.includes(proof) && Boolean(ways?.password || ways?.paperCode)

/**
 * Whether she may change the ways in now: an open session is not enough where there is a secret to
 * ask for; a code that was just mailed, a key or a provider replaces it. @throws E_WRONG_SECRET
 */
export async function mayChangeAccess(ctx: HttpContext, secret = ''): Promise<void> {
  const { door } = ctx
  const person = await waitingAs(door.personId)
  if (!asksSecret(door, person)) return
  const succeeded = await attemptOutside(ctx, `confirm ${door.personId}`, true)
  if (!(await provenBy(person, secret))) throw new WrongSecret().at('current_password')
  await succeeded()
}

/** Gives her the password that she chose; her other sessions close. @throws E_WEAK_PASSWORD */
export async function setPersonPassword(ctx: HttpContext, password: string): Promise<void> {
  const { personId } = ctx.door
  const hashed = await hash.make(password)
  const person = await behind({ person: personId }, async () => {
    const her = await Person.hold(personId)
    const email = (await identifiersOf(personId)).find(({ kind }) => kind === 'email')?.value ?? ''
    const fault = passwordFault(password, { email, fullName: her.fullName })
    if (fault) throw new WeakPassword(fault).at('password')
    await note(personId, 'password_set', 'Nouveau mot de passe', { kind: 'self' })
    return her.merge({ password: hashed }).save()
  })
  await closeSessionsOf(personId, ctx.session.sessionId, 'person_id')
  rememberDevice(ctx, { id: personId, password: person.password })
}

/** Her key opens nothing any more; one that is not hers, or not there, changes nothing. */
export async function removeKey(personId: string, id: string): Promise<void> {
  if (!isUuid(id)) return
  await behind({ person: personId }, async () => {
    const key = await Identifier.query(walled())
      .where({ id, personId, kind: 'passkey' })
      .whereNull('ended_at')
      .first()
    if (!key) return
    await key.merge({ endedAt: clock.now() }).save()
    await note(personId, 'passkey_removed', 'Clé d’accès retirée', { kind: 'self' })
  })
}
