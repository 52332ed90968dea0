import type { HttpContext } from '@adonisjs/core/http'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { attemptPasskey, madeKey, optionsFor, PasskeyRefused, verifyPasskey } from '#identity'
import { clock } from '#kernel/clock'
import Identifier, {
  addIdentifier,
  identifierNamed,
  identifiersOf,
} from '#app/outsiders/people/identifier'
import Person from '#app/outsiders/people/person'
import { note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { openDoor } from './open_door.js'
import { accountOf } from './paper_code.js'

/** Opens the door of whom a key names. @throws E_PASSKEY_REFUSED, E_TOO_MANY_ATTEMPTS */
export async function openByPasskey(
  ctx: HttpContext,
  challenge: string,
  answer: AuthenticationResponseJSON
): Promise<string> {
  const succeeded = await attemptPasskey(ctx)
  const named = await identifierNamed('passkey', answer.id)
  if (!named) throw new PasskeyRefused()
  const { publicKey, transports, counter } = named.data
  const held = { id: answer.id, publicKey: Buffer.from(publicKey, 'base64'), transports, counter }
  const used = await verifyPasskey(held, challenge, answer)
  await succeeded()
  await behind({ person: named.personId }, async (trx) => {
    const key = await Identifier.findOrFail(named.id, { client: trx })
    await key.merge({ data: { ...key.data, counter: used }, lastUsedAt: clock.now() }).save()
  })
  return openDoor(ctx, named.personId, { proof: 'passkey' })
}

/** Her keys. In the person's name. */
export const passkeysOf = async (personId: string) =>
  (await identifiersOf(personId)).filter(({ kind }) => kind === 'passkey')

/** What the browser needs to make a key for the person of a door. */
export const newKeyOptions = (personId: string) =>
  behind({ person: personId }, async () => {
    const person = await Person.get(personId)
    const known = await passkeysOf(personId)
    return optionsFor(
      { id: person.id, login: await accountOf(personId), fullName: person.fullName },
      known.map(({ value, data }) => ({ id: value, transports: data.transports ?? null }))
    )
  })

/** Keeps the key that her browser made. @throws E_PASSKEY_REFUSED */
export async function keepKey(
  personId: string,
  { challenge, name }: { challenge: string; name: string },
  made: RegistrationResponseJSON
): Promise<void> {
  const { id, publicKey, counter, transports } = await madeKey(challenge, made)
  if (await identifierNamed('passkey', id)) throw new PasskeyRefused()
  const data = { publicKey: Buffer.from(publicKey).toString('base64'), counter, transports, name }
  await behind({ person: personId }, async () => {
    const provenAt = clock.now().toJSDate()
    await addIdentifier({ personId, kind: 'passkey', value: id, source: 'self', provenAt, data })
    await note(personId, 'passkey_added', `Clé d’accès « ${name} » ajoutée`, { kind: 'self' })
  })
}
