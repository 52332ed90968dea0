import type { HttpContext } from '@adonisjs/core/http'
import { rememberDevice } from '#identity'
import { clock } from '#kernel/clock'
import { DoorCodeDead } from '#app/outsiders/errors'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import { setContactPoint } from '#app/outsiders/people/contact_point'
import { addIdentifier, endIdentifiers, identifierNamed } from '#app/outsiders/people/identifier'
import { openAccount } from '#app/outsiders/people/open_account'
import { note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import type { Claims } from './claims.js'
import type DoorCode from './door_code.js'
import { link } from './identified.js'
import { openDoor } from './open_door.js'
import { waitingAs } from './who_signs_in.js'

/** What a code that came back opens; says where she goes next. Outside any transaction. */
export async function afterCode(ctx: HttpContext, spent: DoorCode): Promise<string> {
  const { purpose, address, personId } = spent
  if (purpose === 'sign_up') return signUp(ctx, spent)
  if (!personId) throw new DoorCodeDead().at('code')
  if (purpose === 'contact') return confirmAddress(personId, address)
  if (purpose === 'link') {
    const waiting: { claims: Claims; twins: string[] } | undefined =
      ctx.session.get('claims_waiting')
    // Another provider may have spoken in this session since the letter left
    if (!waiting?.twins.includes(personId)) throw new DoorCodeDead().at('code')
    await link(personId, waiting.claims)
    ctx.session.forget('claims_waiting')
    return openDoor(ctx, personId, providerOf(waiting.claims))
  }
  const person = await waitingAs(personId)
  if (!person) throw new DoorCodeDead().at('code')
  rememberDevice(ctx, person)
  if (purpose === 'second_step') return openDoor(ctx, personId, { proof: 'password_and_code' })
  await openDoor(ctx, personId, { proof: 'mailed_code' })
  return '/moi/acces'
}

/** How a door that a provider opened says so. */
export const providerOf = ({ issuer, idToken }: Claims) => ({
  proof: 'provider' as const,
  provider: { issuer, idToken },
})

/** The address is hers: the account opens. Somebody may have opened one with it meanwhile. */
async function signUp(ctx: HttpContext, { address, payload }: DoorCode): Promise<string> {
  if (await identifierNamed('email', address)) throw new DoorCodeDead().at('code')
  const account = { facts: payload, source: 'self', provenEmail: address, phone: payload.phone }
  const person = await openAccount(account, { kind: 'self' })
  await openDoor(ctx, person.id, { proof: 'mailed_code' })
  return '/moi/acces'
}

/** An address that she gave is hers from now on, and opens her door; the former one no more. */
async function confirmAddress(personId: string, address: string): Promise<string> {
  const at = clock.now().toJSDate()
  const holder = await identifierNamed('email', address)
  if (holder && holder.personId !== personId) throw new DoorCodeDead().at('code')
  await behind({ person: personId }, async () => {
    if (!holder) {
      await endIdentifiers(personId, 'email', at)
      await addIdentifier({ personId, kind: 'email', value: address, source: 'self', provenAt: at })
    }
    await setContactPoint({
      personId,
      kind: 'email',
      value: address,
      source: 'self',
      proof: 'code',
      at,
    })
    await note(personId, 'address_proven', 'Adresse électronique confirmée', { kind: 'self' })
  })
  const payload = { personId, kind: 'email', at: at.toISOString() }
  await tellMembers.enqueueForPlatform({ event: 'contactPointChanged', payload })
  return '/moi/coordonnees'
}
