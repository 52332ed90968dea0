import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { allScopes } from '#web/api/registry'
import { readToken, writeToken } from '#identity/tokens/token_value'
import { uuidv7 } from '#lib/values'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const PAGE = '/compte/jetons'
const LIST = '/api/v1/actes'
const PASSWORD = 'mot de passe de test'

const here = async (table: string, where: object) => {
  const { id } = await place('kervalan')
  return tenancy.run(id, ({ trx }) => trx.from(table).where({ tenant_id: id, ...where }))
}
const rowsOf = (user: User) => here('kernel.api_tokens', { person_id: user.id })

async function at(user: User) {
  await forgetAttempts()
  const visitor = new Visitor()
  await visitor.login(user.email)
  await visitor.get(PAGE)
  return visitor
}

const fields = (changes: Record<string, string | string[]> = {}) => ({
  'place': 'kervalan',
  'name': 'Logiciel des assemblées',
  'kind': 'bearer',
  'scopes[]': ['actes.read'],
  'days': '90',
  'current_password': PASSWORD,
  ...changes,
})
const shown = (text: string) => /halle_[\w-]{43}\.[\w-]{51}/.exec(text)?.[0]

test.group('A token of a person', (group) => {
  let maelle: User
  group.each.setup(async () => {
    maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    return () => clock.release()
  })

  test('is shown once; the base keeps a digest, and the journal no more', async ({ assert }) => {
    const visitor = await at(maelle)
    const { text } = await visitor.submit(PAGE, fields())
    const token = shown(text)!
    assert.exists(token)
    assert.equal((await Program.bearing(token).get(LIST)).status, 200)
    const page = (await visitor.get(PAGE)).text
    assert.include(page, 'Logiciel des assemblées')
    assert.notInclude(page, 'halle_')
    const { secret } = readToken(token)!
    const everything = JSON.stringify(await rowsOf(maelle))
    assert.notInclude(everything, secret)
    const rows = await here('kernel.journal_entries', {
      type: 'identity.token_opened',
      actor_id: maelle.id,
    })
    assert.lengthOf(rows, 1)
    assert.notInclude(JSON.stringify(rows), secret)
  })

  test('asks for her password, and for no more than her roles hold', async ({ assert }) => {
    const visitor = await at(maelle)
    await visitor.submit(PAGE, fields({ current_password: 'une autre phrase' }))
    assert.lengthOf(await rowsOf(maelle), 0)
    const reader = await person('Nolwenn Riou', { kervalan: ['reader'] })
    const other = await at(reader)
    await other.submit(PAGE, fields({ 'scopes[]': ['actes.read', 'actes.transmit'] }))
    assert.include((await other.get(PAGE)).text, 'Un jeton ne donne pas plus que les rôles')
    assert.lengthOf(await rowsOf(reader), 0)
  })

  test('opens nothing in a collectivité where she does not work', async ({ assert }) => {
    await place('saint-orven')
    const visitor = await at(maelle)
    await visitor.submit(PAGE, fields({ place: 'saint-orven' }))
    assert.lengthOf(await rowsOf(maelle), 0)
  })

  test('ends when she revokes it, and another that replaces it goes on', async ({ assert }) => {
    const [first, second] = [await tokenOf(maelle, 'kervalan'), await tokenOf(maelle, 'kervalan')]
    const visitor = await at(maelle)
    const { id } = readToken(first)!
    await visitor.submit(`${PAGE}/kervalan/${id}/revocation`)
    assert.equal((await Program.bearing(first).get(LIST)).status, 401)
    assert.equal((await Program.bearing(second).get(LIST)).status, 200)
  })

  test('is revoked by nobody else', async ({ assert }) => {
    const token = await tokenOf(maelle, 'kervalan')
    const visitor = await at(await person('Erwan Tanguy', { kervalan: ['administrator'] }))
    await visitor.submit(`${PAGE}/kervalan/${readToken(token)!.id}/revocation`)
    assert.equal((await Program.bearing(token).get(LIST)).status, 200)
  })

  test('ends at its hour', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const token = await tokenOf(maelle, 'kervalan', { days: 30 })
    clock.freeze('2026-12-23T08:59:00Z')
    assert.equal((await Program.bearing(token).get(LIST)).status, 200)
    clock.freeze('2026-12-23T09:00:01Z')
    assert.equal((await Program.bearing(token).get(LIST)).status, 401)
  })

  test('says when it was last used, at most once a minute', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const token = await tokenOf(maelle, 'kervalan')
    const last = async () => (await rowsOf(maelle))[0].last_used_at?.toISOString() ?? null
    assert.isNull(await last())
    await Program.bearing(token).get(LIST)
    assert.equal(await last(), '2026-11-23T09:00:00.000Z')
    clock.freeze('2026-11-23T09:00:30Z')
    await Program.bearing(token).get(LIST)
    assert.equal(await last(), '2026-11-23T09:00:00.000Z')
    clock.freeze('2026-11-23T09:02:00Z')
    await Program.bearing(token).get(LIST)
    assert.equal(await last(), '2026-11-23T09:02:00.000Z')
  })

  test('loses what her roles lose, and ends when she leaves', async ({ assert }) => {
    const token = await tokenOf(maelle, 'kervalan')
    const { id } = await place('kervalan')
    const change = (what: object) =>
      tenancy.run(id, ({ trx }) =>
        trx.from('kernel.memberships').where({ tenant_id: id, user_id: maelle.id }).update(what)
      )
    await change({ roles: ['reader'] })
    const program = Program.bearing(token)
    assert.equal((await program.send('POST', LIST, {})).status, 403)
    assert.equal((await program.get(LIST)).status, 200)
    await change({ state: 'suspended' })
    assert.equal((await program.get(LIST)).status, 401)
  })

  test('is refused where a letter, a secret or a kind is not its own', async ({ assert }) => {
    const token = await tokenOf(maelle, 'kervalan')
    const parts = readToken(token)!
    const wrong = [
      token.slice(0, -1),
      writeToken({ ...parts, secret: parts.secret.replace(/^./, 'x') }),
      writeToken({ ...parts, id: uuidv7() }),
      writeToken({ ...parts, tenantId: (await place('saint-orven')).id }),
    ]
    for (const one of wrong) assert.equal((await Program.bearing(one).get(LIST)).status, 401, one)
    const basic = Buffer.from(`${maelle.email}:${token}`).toString('base64')
    assert.equal((await new Program(`Basic ${basic}`).get(LIST)).status, 401)
    assert.equal((await new Program(null).get(LIST)).status, 401)
  })

  test('an application password comes with her address, and her own password never does', async ({
    assert,
  }) => {
    const password = await tokenOf(maelle, 'kervalan', { kind: 'password' })
    const basic = (name: string, secret: string) =>
      new Program(`Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`).get(LIST)
    assert.equal((await basic(maelle.email, password)).status, 200)
    assert.equal((await basic('quelqu.un@exemple.test', password)).status, 401)
    assert.equal((await basic(maelle.email, PASSWORD)).status, 401)
    assert.equal((await Program.bearing(password).get(LIST)).status, 401)
    assert.isAbove(allScopes().length, 0)
  })
})
