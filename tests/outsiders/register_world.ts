import type { Group } from '@japa/runner/core'
import { sirene } from '#config/identities'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { someSiret } from '#tests/helpers/siren'
import { untilTheEnd } from '#tests/helpers/simulators'
import { person as agent, place } from '#tests/world/world'
import { start } from '../../simulators/sirene/index.js'
import { ESTABLISHMENTS, type Establishment } from '../../simulators/sirene/establishments.js'
import { cameIn, emptyTheBox, somebody } from './people.js'

const ADDRESS = { number: '3', street: 'RUE DU FOUR', postcode: '35000' }

/** A shop that a register may know. */
export const shop = (said: Partial<Establishment> = {}): Establishment => ({
  ...{ siret: someSiret(), name: 'LE FOURNIL', isSeat: true, isOpen: true, isUnitActive: true },
  ...{ legalForm: '5499', since: '2015-03-01' },
  address: { ...ADDRESS, town: 'KERVALAN', townCode: '35901' },
  ...said,
})

/** A simulated Sirene for each test of a group, as it was before once each is over. */
export function withRegister(group: Group): void {
  const before = sirene.url
  group.setup(async () => void (await place('kervalan')))
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
    await knowing()
    return () => void (sirene.url = before)
  })
}

/** From now on the register knows these shops beside those of the demonstration. */
export async function knowing(...more: Establishment[]) {
  const other = await start({ establishments: [...ESTABLISHMENTS, ...more] })
  untilTheEnd(() => other.stop())
  sirene.url = other.url
  return other
}

/** Somebody who came in, and acts for nobody yet. */
export async function newcomer(birthName = 'Riou') {
  const person = await somebody({ givenNames: ['Anne'], birthName })
  return { person, visitor: await cameIn(person.id) }
}

/** Types a number, reads what is shown of it, and asks. */
export async function asks(visitor: Visitor, number: string, more: Record<string, string> = {}) {
  await visitor.get('/moi/organismes/ajouter')
  const looked = await visitor.submit('/moi/organismes/ajouter', { number })
  const page = await visitor.get(looked.location!)
  const answer = await visitor.submit('/moi/organismes', { number, ...more })
  return { page: page.text, location: answer.location }
}

/** Shows her first demand to Kervalan, where an agent reads her mandate. */
export async function mandated(visitor: Visitor, name: string): Promise<void> {
  const list = await visitor.get('/moi/organismes')
  const [, id] = list.text.match(/\/moi\/organismes\/([0-9a-f-]{36})\/mandat/)!
  await visitor.submit(`/moi/organismes/${id}/mandat`, { member: 'kervalan' })
  const her = await agent('Maëlle Le Goff', { kervalan: ['counter'] })
  const counter = new Visitor()
  await counter.login(her.email)
  const page = await counter.get('/c/kervalan/accueil/mandats')
  const rows = page.text.split('<tr>').filter((row) => row.includes(name))
  const [, check] = rows.at(-1)!.match(/mandats\/([0-9a-f-]{36})\/accord/)!
  await counter.submit(`/c/kervalan/accueil/mandats/${check}/accord`)
}

/** Goes to the first establishment for which she acts. */
export async function entersFirst(visitor: Visitor) {
  const list = await visitor.get('/moi/organismes')
  const [, establishment] = list.text.match(/name="establishment" value="([0-9a-f-]{36})"/)!
  await visitor.submit('/moi/porte', { door: 'organisation', establishment })
  return visitor.get('/moi/organismes/ici')
}

/** A shop with who manages it, and a colleague who asked. */
export async function shopWithTwo() {
  const siret = someSiret()
  await knowing(shop({ siret }))
  const [manager, other] = [await newcomer('Riou'), await newcomer('Madec')]
  await asks(manager.visitor, siret)
  await mandated(manager.visitor, 'LE FOURNIL')
  await asks(other.visitor, siret)
  const page = await entersFirst(manager.visitor)
  const [, id] = page.text.match(/\/moi\/organismes\/ici\/([0-9a-f-]{36})/)!
  const gesture = (visitor: Visitor, what: string, of = id) =>
    visitor.submit(`/moi/organismes/ici/${of}`, { gesture: what })
  return { manager, other, id, gesture, siret }
}
