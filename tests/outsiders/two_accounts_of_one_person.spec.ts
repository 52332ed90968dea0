import { test } from '@japa/runner'
import { openOnPaper } from '#app/outsiders/doors/sign_up'
import { meet } from '#app/outsiders/people/meet'
import { tenancy } from '#kernel/tenancy'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { place } from '#tests/world/world'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { anySlug, franceConnect } from './provider_world.js'

const FACTS = { birthName: 'Le Goff', givenNames: ['Nolwenn'], birthdate: '1985-04-12' }

const account = (email: string, facts: object = FACTS) =>
  openOnPaper({ facts, email, phone: undefined }, { kind: 'self' })

type Account = Awaited<ReturnType<typeof account>>

async function comesIn({ account: login, code: password }: Account, visitor = new Visitor()) {
  await visitor.get('/moi/connexion')
  const answer = await visitor.submit('/moi/connexion', { login, password })
  return { answer, visitor }
}

/** Every row of every record, as the base holds it to the last digit. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = ['persons', 'person_identifiers', 'contact_points', 'attachments']
  const read: Record<string, string[]> = {}
  for (const table of tables) {
    const { rows } = await master().rawQuery(
      `select to_jsonb(t)::text as whole from kernel.${table} t order by id`
    )
    read[table] = rows.map(({ whole }: { whole: string }) => whole)
  }
  return read
}

const merged = (): Promise<any[]> => master().from('kernel.persons').whereNotNull('merged_into')

test.group('Two accounts of one person', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
  })

  async function reunites(one: Account, other: Account, secret = other.code) {
    const { visitor } = await comesIn(one)
    await visitor.get('/moi/comptes')
    const before = await everything()
    const answer = await visitor.submit('/moi/comptes', {
      login: other.account,
      password: secret,
    })
    return { visitor, before, answer }
  }

  test('become one once she gave a secret of the other', async ({ assert }) => {
    const [one, other] = [await account('n@un.test'), await account('n@deux.test')]
    const { visitor, answer } = await reunites(one, other)
    assert.equal(answer.location, '/moi/comptes')
    assert.lengthOf(await merged(), 1)
    const points = await master().from('kernel.contact_points').where('person_id', one.personId)
    assert.sameMembers(
      points.map(({ value }: { value: string }) => value),
      ['n@un.test', 'n@deux.test']
    )
    assert.include((await visitor.get('/moi/comptes')).text, 'Nolwenn Le Goff')
  })

  test('stay two without it: the same name, birth and address are not enough', async ({
    assert,
  }) => {
    const [one, other] = [await account('n@un.test'), await account('n@un.test')]
    await reunites(one, other, 'n@un.test')
    await reunites(one, other, one.code)
    assert.lengthOf(await merged(), 0)
  })

  test('stay two when they cannot be one person, whatever secrets are given', async ({
    assert,
  }) => {
    const one = await account('n@un.test')
    const other = await account('n@un.test', { ...FACTS, givenNames: ['Yann'] })
    await reunites(one, other)
    assert.lengthOf(await merged(), 0)
  })

  test('are not made of one and itself', async ({ assert }) => {
    const one = await account('n@un.test')
    await reunites(one, one)
    assert.lengthOf(await merged(), 0)
  })

  test('are given back byte for byte', async ({ assert }) => {
    const one = await account('n@un.test', { birthName: 'Le Goff', givenNames: ['Nolwenn'] })
    const other = await account('n@deux.test', { ...FACTS, birthplace: '29232', sex: 'F' })
    const { visitor, before } = await reunites(one, other)
    const [kept] = await master().from('kernel.persons').where('id', one.personId)
    assert.deepInclude(kept, { birthdate: '1985-04-12', birthplace: '29232', sex: 'F' })
    assert.notDeepEqual(await everything(), before)
    const [{ id }] = await master().from('kernel.person_merges').where('kept_id', one.personId)
    await visitor.get('/moi/comptes')
    const parted = await visitor.submit(`/moi/comptes/${id}/separation`)
    assert.equal(parted.location, '/moi/comptes')
    assert.deepEqual(await everything(), before)
  })

  test('open by either number while they are one, and each by its own afterwards', async ({
    assert,
  }) => {
    const world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
    await comesByFranceConnect(world.provider, 'samira')
    const [{ id: hers }] = await recordsOf(world.provider.issuer)
    const one = await account('s@un.test', { birthName: 'Aït-Oumeziane', givenNames: ['Samira'] })
    // She proves the one by FranceConnect, the other by its paper
    const { visitor } = await comesByFranceConnect(world.provider, 'samira')
    await visitor.get('/moi/comptes')
    await visitor.submit('/moi/comptes', { login: one.account, password: one.code })
    const [asleep] = await merged()
    assert.deepInclude(asleep, { id: one.personId, merged_into: hers })
    assert.notEqual((await comesIn(one)).answer.location, '/moi')
    const { visitor: elsewhere } = await comesByFranceConnect(world.provider, 'samira')
    const [{ id }] = await master().from('kernel.person_merges').where('kept_id', hers)
    await visitor.submit(`/moi/comptes/${id}/separation`)
    assert.equal((await elsewhere.get('/moi')).location, '/moi/connexion')
    assert.equal((await visitor.get('/moi')).status, 200)
    assert.equal((await comesIn(one)).answer.location, '/moi')
    const again = await comesByFranceConnect(world.provider, 'samira')
    assert.include((await again.visitor.get('/moi/identite')).text, 'AÏT-OUMEZIANE')
  })

  test('close the sessions of the one that sleeps, and tell the members that knew it', async ({
    assert,
  }) => {
    const [one, other] = [await account('n@un.test'), await account('n@deux.test')]
    const { id: tenantId } = await place('kervalan')
    await tenancy.run(tenantId, () => meet(other.personId, 'counter'))
    const elsewhere = await comesIn(other)
    const { visitor } = await reunites(one, other)
    assert.equal((await elsewhere.visitor.get('/moi')).location, '/moi/connexion')
    const known = () => master().from('kernel.acquaintances').where('person_id', one.personId)
    assert.lengthOf(await known(), 1)
    const [{ id }] = await master().from('kernel.person_merges').where('kept_id', one.personId)
    await visitor.submit(`/moi/comptes/${id}/separation`)
    assert.lengthOf(await known(), 0)
  })

  test('are parted by her alone', async ({ assert }) => {
    const [one, other] = [await account('n@un.test'), await account('n@deux.test')]
    await reunites(one, other)
    const [{ id }] = await master().from('kernel.person_merges').where('kept_id', one.personId)
    const { visitor } = await comesIn(await account('x@trois.test', { birthName: 'Quéré' }))
    await visitor.get('/moi/comptes')
    assert.equal((await visitor.submit(`/moi/comptes/${id}/separation`)).status, 404)
    assert.lengthOf(await merged(), 1)
  })

  test('keep what was learned while they were one with the record that answered', async ({
    assert,
  }) => {
    const one = await account('n@un.test')
    const other = await account('n@deux.test')
    const { visitor } = await reunites(one, other)
    const point = { person_id: one.personId, kind: 'phone', value: '+33298000000', source: 'self' }
    const id = '01890000-0000-7000-8000-000000000001'
    await master()
      .table('kernel.contact_points')
      .insert({ ...point, id, since: new Date() })
    const [merge] = await master().from('kernel.person_merges').where('kept_id', one.personId)
    await visitor.submit(`/moi/comptes/${merge.id}/separation`)
    const phones = await master().from('kernel.contact_points').where({ kind: 'phone' })
    assert.deepEqual(
      phones.map(({ person_id: owner }: any) => owner),
      [one.personId]
    )
  })
})
