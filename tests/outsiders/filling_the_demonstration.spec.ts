import { test } from '@japa/runner'
import { seedPeople } from '#app/outsiders/demo'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { plainCode } from '#identity'
import { establishmentsOf } from '#rooms/outsiders'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { withRegister } from './register_world.js'

test.group('The people outside of the demonstration', (group) => {
  withRegister(group)
  group.each.setup(forgetAttempts)

  test('come in by the login that the list gives, and are made once', async ({ assert }) => {
    await seedPeople()
    assert.deepEqual(await seedPeople(), [])
    const visitor = new Visitor()
    await visitor.get('/moi/connexion')
    const typed = { login: 'MARE-NNES', password: 'demonstration-halle' }
    assert.equal((await visitor.submit('/moi/connexion', typed)).location, '/moi')
    const held = JSON.parse((await visitor.get('/moi/identite.json')).text)
    assert.deepInclude(held.identity.birthName, { value: 'Kerautret', source: 'self' })
    assert.isEmpty(held.contactPoints)
  })

  test('act for a bakery of two shops, and for a club by its RNA', async ({ assert }) => {
    await seedPeople()
    const held = async (login: string) => {
      const named = await identifierNamed('account', plainCode(login))
      return (await establishmentsOf(named!.personId)).map(({ siret, name }) => siret ?? name)
    }
    assert.sameMembers(await held('CARA-VANE'), ['83456789300013', '83456789300021'])
    assert.lengthOf(await held('GAVR-ANCH'), 1)
  })
})
