import { test } from '@japa/runner'
import { establishmentsOf, findOrganisation } from '#rooms/outsiders'
import { attachVouched } from '#app/outsiders/organisations/vouched'
import { Visitor } from '#tests/identity/visitor'
import { someSiret } from '#tests/helpers/siren'
import { master } from '#tests/helpers/master'
import { readLetters, somebody } from './people.js'
import {
  asks,
  entersFirst,
  knowing,
  mandated,
  newcomer,
  shop,
  shopWithTwo,
  withRegister,
} from './register_world.js'

test.group('Who acts for an organisation', (group) => {
  withRegister(group)

  test('who manages approves, suspends and restores a colleague, who is told where she stands', async ({
    assert,
  }) => {
    const { manager, other, gesture } = await shopWithTwo()
    assert.isEmpty(await establishmentsOf(other.person.id))
    await gesture(manager.visitor, 'approve')
    assert.lengthOf(await establishmentsOf(other.person.id), 1)
    await entersFirst(other.visitor)
    await gesture(manager.visitor, 'suspend')
    assert.isEmpty(await establishmentsOf(other.person.id))
    const gone = await other.visitor.get('/moi/organismes/ici')
    assert.equal(gone.location, '/moi/organismes')
    await gesture(manager.visitor, 'restore')
    assert.lengthOf(await establishmentsOf(other.person.id), 1)
  })

  test('a colleague manages nobody', async ({ assert }) => {
    const { manager, other, gesture } = await shopWithTwo()
    await gesture(manager.visitor, 'approve')
    await entersFirst(other.visitor)
    const { rows } = await master().rawQuery(
      `select id from kernel.attachments where person_id = ?`,
      [manager.person.id]
    )
    await gesture(other.visitor, 'end', rows[0].id)
    assert.include(
      (await other.visitor.get('/moi/organismes/ici')).text,
      'Seule une personne qui gère'
    )
    assert.lengthOf(await establishmentsOf(manager.person.id), 1)
  })

  test('two managers who disown each other keep each their place', async ({ assert }) => {
    const { manager, other, gesture } = await shopWithTwo()
    await gesture(manager.visitor, 'approve')
    await gesture(manager.visitor, 'promote')
    await gesture(manager.visitor, 'end')
    assert.include(
      (await manager.visitor.get('/moi/organismes/ici')).text,
      'n’en écarte pas une autre'
    )
    assert.lengthOf(await establishmentsOf(other.person.id), 1)
  })

  test('the only manager hands over before she leaves; gone, another is proven by her mandate', async ({
    assert,
  }) => {
    const { manager, other, gesture, siret } = await shopWithTwo()
    await manager.visitor.submit('/moi/organismes/ici/depart')
    assert.include(
      (await manager.visitor.get('/moi/organismes/ici')).text,
      'Confiez d’abord la gestion'
    )
    await gesture(manager.visitor, 'approve')
    await gesture(manager.visitor, 'promote')
    const left = await manager.visitor.submit('/moi/organismes/ici/depart')
    assert.equal(left.location, '/moi/organismes')
    assert.isEmpty(await establishmentsOf(manager.person.id))
    await master().rawQuery(`update kernel.attachments set state = 'ended' where person_id = ?`, [
      other.person.id,
    ])
    const third = await newcomer('Lescop')
    await asks(third.visitor, siret)
    await mandated(third.visitor, 'Lescop')
    assert.include((await entersFirst(third.visitor)).text, 'Inviter quelqu’un')
  })

  test('a colleague joins by a link that was mailed; reading it consumes nothing, and it serves once', async ({
    assert,
  }) => {
    const { manager } = await shopWithTwo()
    await manager.visitor.submit('/moi/organismes/ici/invitations', {
      full_name: 'Paul Lescop',
      email: 'paul.lescop@exemple.fr',
      role: 'colleague',
    })
    const [{ path }] = await readLetters()
    for (let scans = 0; scans < 3; scans++)
      assert.equal((await new Visitor().get(path)).status, 200)
    const [paul, late] = [await newcomer('Lescop'), await newcomer('Tanguy')]
    await paul.visitor.get(path)
    await paul.visitor.submit(path)
    assert.lengthOf(await establishmentsOf(paul.person.id), 1)
    await late.visitor.get('/moi')
    await late.visitor.submit(path)
    assert.isEmpty(await establishmentsOf(late.person.id))
  })

  test('ProConnect’s word makes a colleague of her, never one who manages', async ({ assert }) => {
    const siret = someSiret()
    await knowing(shop({ siret }))
    const her = await somebody()
    await attachVouched({ personId: her.id, name: her.fullName }, siret)
    await attachVouched({ personId: her.id, name: her.fullName }, siret)
    const { rows } = await master().rawQuery(
      `select role, state, proof from kernel.attachments where person_id = ?`,
      [her.id]
    )
    assert.deepEqual(rows, [{ role: 'colleague', state: 'held', proof: 'proconnect' }])
    const [held] = await establishmentsOf(her.id)
    assert.equal((await findOrganisation(held.id))?.siret, siret)
    assert.isNull(await findOrganisation('nowhere'))
  })
})
