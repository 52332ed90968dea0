import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type User from '#kernel/people/user'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { deadSince } from '#web/messages/dead_addresses'
import { Program } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const PAGE = '/c/kervalan/membres/comptes-techniques'
const LIST = '/api/v1/actes'

async function at(user: User) {
  await forgetAttempts()
  const visitor = new Visitor()
  await visitor.login(user.email)
  await visitor.get(PAGE)
  return visitor
}

test.group('A technical account', (group) => {
  let admin: User
  let visitor: Visitor
  group.each.setup(async () => {
    admin = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    visitor = await at(admin)
  })

  async function open(roles: string[] = ['agent']) {
    const fields = { 'full_name': 'Logiciel des finances', 'title': '', 'roles[]': roles }
    const { location } = await visitor.submit(PAGE, fields)
    return location ?? ''
  }
  const token = async (page: string, name = 'Premier', kind = 'bearer') => {
    const asked = { name, kind, 'scopes[]': ['actes.read', 'actes.write'], 'days': '365' }
    await visitor.get(page)
    const password = { current_password: 'mot de passe de test' }
    const { text } = await visitor.submit(`${page}/jetons`, { ...asked, ...password })
    return /halle_[\w-]{43}\.[\w-]{51}/.exec(text)?.[0] ?? ''
  }

  test('works under its own name, by its tokens alone', async ({ assert }) => {
    const page = await open()
    const program = Program.bearing(await token(page))
    const created = await program.send('POST', LIST, { objet: 'Tarifs de la cantine' })
    assert.equal(created.status, 201)
    const { id } = await place('kervalan')
    const row = await tenancy.run(id, ({ trx }) =>
      trx
        .from('actes.actes')
        .join('kernel.users', 'users.id', 'actes.created_by')
        .where({ 'actes.id': created.body.id })
        .select('users.*')
        .first()
    )
    assert.equal(row.full_name, 'Logiciel des finances')
    assert.isNull(row.password)
    assert.isNotNull(await deadSince(db.connection('app') as never, row.email))
  })

  test('holds several tokens at once: one is replaced without a stop', async ({ assert }) => {
    const page = await open()
    const [first, second] = [await token(page, 'Premier'), await token(page, 'Second')]
    for (const one of [first, second])
      assert.equal((await Program.bearing(one).get(LIST)).status, 200)
    const { text } = await visitor.get(page)
    const revocations = [...text.matchAll(/action="([^"]+revocation)"/g)].map(([, path]) => path)
    assert.lengthOf(revocations, 2)
    await visitor.submit(revocations[1])
    assert.equal((await Program.bearing(first).get(LIST)).status, 401)
    assert.equal((await Program.bearing(second).get(LIST)).status, 200)
  })

  test('gets no token from whoever does not know the password', async ({ assert }) => {
    const page = await open()
    await visitor.get(page)
    const asked = { 'name': 'Premier', 'kind': 'bearer', 'scopes[]': ['actes.read'], 'days': '365' }
    const { status } = await visitor.submit(`${page}/jetons`, { ...asked, current_password: 'non' })
    assert.equal(status, 302)
    const { text } = await visitor.get(page)
    assert.include(text, 'Ce n’est pas votre mot de passe actuel')
    assert.notInclude(text, 'Jetons ouverts')
  })

  test('never administers, neither at first nor later', async ({ assert }) => {
    await open(['administrator'])
    assert.include((await visitor.get(PAGE)).text, 'n’administre pas la collectivité')
    const page = await open()
    const { id } = await place('kervalan')
    const seat = await tenancy.run(id, () =>
      Membership.query().where('userId', page.split('/').at(-1)!).firstOrFail()
    )
    await visitor.get(`/c/kervalan/membres/${seat.id}`)
    await visitor.submit(`/c/kervalan/membres/${seat.id}`, {
      'title': '',
      'roles[]': ['agent', 'administrator'],
    })
    const after = await tenancy.run(id, () => Membership.findOrFail(seat.id))
    assert.deepEqual(after.roles, ['agent'])
  })

  test('is shown to those who administer, and to nobody else', async ({ assert }) => {
    const page = await open()
    const agent = await at(await person('Erwan Tanguy', { kervalan: ['agent'] }))
    assert.equal((await agent.get(page)).status, 403)
    const hers = page.replace(/[^/]+$/, admin.id)
    assert.equal((await visitor.get(hers)).status, 404)
  })
})
