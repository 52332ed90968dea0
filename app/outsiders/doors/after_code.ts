import type { HttpContext } from '@adonisjs/core/http'
import { rememberDevice } from '#identity'
import { DoorCodeDead } from '#app/outsiders/errors'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { openAccount } from '#app/outsiders/people/open_account'
import type { Claims } from './claims.js'
import type DoorCode from './door_code.js'
import { link } from './identified.js'
import { confirmReach, leavesItsHolder } from './confirm_reach.js'
import { openDoor } from './open_door.js'
import { isPhone } from './telephone.js'
import { waitingAs } from './who_signs_in.js'

/** What a code that came back opens; says where she goes next. Outside any transaction. */
export async function afterCode(ctx: HttpContext, spent: DoorCode): Promise<string> {
  const { purpose, address, personId } = spent
  if (purpose === 'sign_up' || purpose === 'reassigned') return signUp(ctx, spent)
  if (!personId) throw new DoorCodeDead().at('code')
  if (purpose === 'contact') return confirmReach(personId, address)
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
  await openDoor(ctx, personId, { proof: proofOf(address) })
  return '/moi/acces'
}

const proofOf = (address: string) => (isPhone(address) ? 'said_code' : 'mailed_code')

/** How a door that a provider opened says so. */
export const providerOf = ({ issuer, idToken }: Claims) => ({
  proof: 'provider' as const,
  provider: { issuer, idToken },
})

/** The address or the telephone is hers: the account opens. Somebody may have opened one meanwhile. */
async function signUp(ctx: HttpContext, { purpose, address, payload }: DoorCode): Promise<string> {
  const kind = isPhone(address) ? 'phone' : 'email'
  const holder = await identifierNamed(kind, address)
  if (holder && purpose !== 'reassigned') throw new DoorCodeDead().at('code')
  if (holder) await leavesItsHolder(holder.personId)
  const proven = isPhone(address) ? { provenPhone: address } : { provenEmail: address }
  const account = { facts: payload, source: 'self', ...proven, phone: payload.phone }
  const person = await openAccount(account, { kind: 'self' })
  await openDoor(ctx, person.id, { proof: proofOf(address) })
  return '/moi/acces'
}
