import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const MEMBERS = '/c/saint-orven/membres'

/** Saint-Orven with the members of one test only. */
async function emptyPlace() {
  const { id } = await place('saint-orven')
  await tenancy.run(id, ({ trx }) => trx.from('kernel.memberships').where('tenant_id', id).delete())
  return id
}
const membershipOf = async (user: User) =>
  tenancy.run(
    (await place('saint-orven')).id,
    async () => await Membership.findByOrFail('userId', user.id)
  )

async function at(user: User) {
  const visitor = new Visitor()
  await visitor.login(user.email)
  return visitor
}

test.group('The members of a tenant', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyPlace()
  })

  test('are shown to its administrators, and to nobody else', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const stranger = await person('Nolwenn Riou', { landreval: ['administrator'] })
    const page = await (await at(admin)).get(MEMBERS)
    assert.include(page.text, 'Erwan Tanguy')
    assert.include(page.text, 'Administration')
    assert.equal((await (await at(agent)).get(MEMBERS)).status, 403)
    assert.equal((await (await at(stranger)).get(MEMBERS)).status, 404)
  })

  test('are paged by name, and found by a part of it', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    for (let number = 100; number < 160; number++) {
      await person(`Foule ${number}`, { 'saint-orven': ['reader'] })
    }
    const visitor = await at(admin)
    const first = (await visitor.get(MEMBERS)).text
    assert.include(first, 'Foule 149')
    assert.notInclude(first, 'Foule 150')
    const [, next] = /href="([^"]+)"[^>]*rel="next"/.exec(first)!
    const second = (await visitor.get(next.replaceAll('&amp;', '&'))).text
    assert.include(second, 'Foule 150')
    assert.include(second, 'Yann Kerbrat')
    const found = (await visitor.get(`${MEMBERS}?q=kerb`)).text
    assert.include(found, 'Yann Kerbrat')
    assert.notInclude(found, 'Foule')
    assert.include((await visitor.get(`${MEMBERS}?q=%25`)).text, 'Personne sous ces mots')
  })

  test('receive other roles, and the journal keeps it without their names', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const { id } = await membershipOf(agent)
    const visitor = await at(admin)
    assert.include((await visitor.get(`${MEMBERS}/${id}`)).text, 'Erwan Tanguy')
    await visitor.submit(`${MEMBERS}/${id}`, {
      'title': 'Adjoint',
      'roles[]': ['agent', 'signatory'],
    })
    const member = await membershipOf(agent)
    assert.deepEqual(member.roles, ['agent', 'signatory'])
    assert.equal(member.title, 'Adjoint')
    const [entry] = await tenancy.run(member.tenantId, ({ trx }) =>
      trx.from('kernel.journal_entries').where('subject_id', id)
    )
    assert.equal(entry.type, 'identity.roles_changed')
    assert.deepEqual(entry.data, { userId: agent.id, from: ['agent'], to: ['agent', 'signatory'] })
    assert.equal(entry.actor_id, admin.id)
  })

  test('keep at least one role', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const { id } = await membershipOf(agent)
    const visitor = await at(admin)
    await visitor.get(`${MEMBERS}/${id}`)
    await visitor.submit(`${MEMBERS}/${id}`, { title: 'Adjoint' })
    assert.include((await visitor.get(`${MEMBERS}/${id}`)).text, 'Indiquez ')
    assert.deepEqual((await membershipOf(agent)).roles, ['agent'])
  })

  test('are suspended at once, and reinstated', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const { id } = await membershipOf(agent)
    const [hers, his] = [await at(admin), await at(agent)]
    assert.equal((await his.get('/c/saint-orven')).status, 200)
    await hers.get(`${MEMBERS}/${id}`)
    await hers.submit(`${MEMBERS}/${id}/suspension`)
    assert.equal((await his.get('/c/saint-orven')).status, 404)
    await hers.submit(`${MEMBERS}/${id}/retablissement`)
    assert.equal((await his.get('/c/saint-orven')).status, 200)
  })

  test('of another tenant are out of reach', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const { id } = await membershipOf(agent)
    const visitor = await at(admin)
    await visitor.get('/c/kervalan/membres')
    assert.equal((await visitor.get(`/c/kervalan/membres/${id}`)).status, 404)
    await visitor.submit(`/c/kervalan/membres/${id}`, { 'roles[]': ['administrator'] })
    assert.deepEqual((await membershipOf(agent)).roles, ['agent'])
  })
})

test.group('The last administrator', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyPlace()
  })

  test('neither gives up her role nor suspends herself', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const { id } = await membershipOf(admin)
    const visitor = await at(admin)
    await visitor.get(`${MEMBERS}/${id}`)
    await visitor.submit(`${MEMBERS}/${id}`, { 'roles[]': ['agent'] })
    assert.include(
      (await visitor.get(`${MEMBERS}/${id}`)).text,
      'au moins une personne pour administrer'
    )
    await visitor.submit(`${MEMBERS}/${id}/suspension`)
    const { roles, state } = await membershipOf(admin)
    assert.deepEqual([roles, state], [['administrator'], 'active'])
  })

  test('stays when two administrators demote each other at once', async ({ assert }) => {
    const two = [
      await person('Yann Kerbrat', { 'saint-orven': ['administrator'] }),
      await person('Soizic Madec', { 'saint-orven': ['administrator'] }),
    ]
    const visitors = await Promise.all(two.map(at))
    const ids = await Promise.all(two.map(async (user) => (await membershipOf(user)).id))
    await Promise.all(visitors.map((visitor) => visitor.get(MEMBERS)))
    await Promise.all(
      visitors.map((visitor, index) =>
        visitor.submit(`${MEMBERS}/${ids[1 - index]}`, { 'roles[]': ['agent'] })
      )
    )
    const left = (await Promise.all(two.map(membershipOf))).filter(({ roles }) =>
      roles.includes('administrator')
    )
    assert.lengthOf(left, 1)
  })
})

test.group('The list of the members of a tenant', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyPlace()
  })

  const names = (html: string) =>
    [...html.matchAll(/membres\/[0-9a-f-]{36}"[^>]*>([^<]+)</g)].map(([, name]) => name.trim())

  test('is ordered by its heads, narrowed by role, and is a file', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    await person('Éva Tanguy', { 'saint-orven': ['reader'] })
    await person('Zoé Abgrall', { 'saint-orven': ['reader'] })
    const visitor = await at(admin)
    const asked = async (query: string) => names((await visitor.get(`${MEMBERS}?${query}`)).text)
    assert.deepEqual(await asked(''), ['Éva Tanguy', 'Yann Kerbrat', 'Zoé Abgrall'])
    assert.deepEqual(await asked('tri=-personne&role=reader'), ['Zoé Abgrall', 'Éva Tanguy'])
    const file = (await visitor.get(`${MEMBERS}/liste/csv?role=reader`)).text
    assert.match(file, /Personne;Fonction;Adresse;Téléphone;Rôles;Dernière connexion/)
    assert.include(file, 'Éva Tanguy')
    assert.notInclude(file, 'Yann Kerbrat')
  })

  test('suspends several at once, but never the last who administers', async ({ assert }) => {
    const admin = await person('Yann Kerbrat', { 'saint-orven': ['administrator'] })
    const readers = [
      await person('Éva Tanguy', { 'saint-orven': ['reader'] }),
      await person('Zoé Abgrall', { 'saint-orven': ['reader'] }),
    ]
    const ids = await Promise.all(
      [admin, ...readers].map(async (one) => (await membershipOf(one)).id)
    )
    const visitor = await at(admin)
    await visitor.get(MEMBERS)
    await visitor.submit(`${MEMBERS}/lot`, { 'geste': 'suspendre', 'ids[]': ids })
    const states = await Promise.all(
      [admin, ...readers].map(async (one) => (await membershipOf(one)).state)
    )
    assert.deepEqual(states, ['active', 'suspended', 'suspended'])
    const told = (await visitor.get(`${MEMBERS}/lot`)).text
    assert.include(told, '2 personnes suspendues')
    assert.include(told, 'Yann Kerbrat')
  })
})
