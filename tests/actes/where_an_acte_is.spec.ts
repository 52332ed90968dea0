import { test } from '@japa/runner'
import { submit } from '#app/actes/circuit'
import { person as actorOf } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { provisionParapheur } from '#rooms/parapheur'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { change, commune, draftOf } from './room.js'

test.group('Where an acte is, in its list', (group) => {
  let kervalan: Tenant
  let agent: User
  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })
  group.each.teardown(() => clock.release())

  test('is the desk that holds it, since the day it came there', async ({ client, assert }) => {
    const mark = `m${uuidv7().slice(-12)}`
    const acte = await draftOf(kervalan, { objet: `Tarifs ${mark}`, createdBy: agent.id } as never)
    const listed = async () =>
      (await client.get(`/c/${kervalan.slug}/actes?q=${mark}`).loginAs(agent)).text()
    assert.notMatch(await listed(), /Brouillon\s*<\/span>\s*<br/)
    await change(kervalan, acte.id, (one) => submit(one, actorOf(agent.id)))
    const cell = /<td data-label="État">[\s\S]*?<\/td>/
    const stateOf = async () => cell.exec(await listed())![0]
    assert.match(await stateOf(), /Secrétariat général, aujourd’hui/)
    clock.freeze(clock.now().plus({ days: 12 }).toISO({ includeOffset: false })!)
    assert.match(await stateOf(), /Secrétariat général, depuis 12\sjours/)
  })
})
