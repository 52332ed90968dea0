import { test } from '@japa/runner'
import Acquaintance from '#app/outsiders/people/acquaintance'
import { tenancy } from '#kernel/tenancy'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { uuidv7 } from '#lib/values'
import { person as agent, place } from '#tests/world/world'
import { master } from '#tests/helpers/master'
import { cameIn, paperOf, somebody } from './people.js'

const COUNTER = '/c/kervalan/accueil'
const codesIn = (text: string) => ({
  account: text.match(/>\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*</)![1],
  code: text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)![0],
})

test.group('At a counter', (group) => {
  let kervalan: string
  group.setup(async () => void (kervalan = (await place('kervalan')).id))
  group.each.setup(forgetAttempts)

  /** An agent with a browser, at the counter. */
  async function atCounter(name: string, roles = ['counter' as const]) {
    const her = await agent(name, { kervalan: roles })
    const visitor = new Visitor()
    await visitor.login(her.email)
    await visitor.get(COUNTER)
    return { id: her.id, visitor }
  }
  const entriesOf = async (personId: string) => {
    const { rows } = await master().rawQuery(
      `select type, actor_id, data from kernel.journal_entries where tenant_id = ?
       and (subject_id = ? or data->>'personId' = ?) order by position`,
      [kervalan, personId, personId]
    )
    return rows as { type: string; actor_id: string; data: Record<string, string> }[]
  }

  test('an agent opens an account with a name alone, and hands over the paper that opens it', async ({
    assert,
  }) => {
    const { id, visitor } = await atCounter('Maëlle Le Goff')
    const answer = await visitor.submit(`${COUNTER}/ouverture`, { birth_name: 'Kerautret' })
    const { account, code } = codesIn(answer.text)
    const her = new Visitor()
    await her.get('/moi/connexion')
    const { location } = await her.submit('/moi/connexion', { login: account, password: code })
    assert.equal(location, '/moi')
    assert.include((await her.get('/moi/identite')).text, 'Ouverture de votre compte à un guichet')
    const held = JSON.parse((await her.get('/moi/identite.json')).text)
    assert.equal(held.identity.birthName.source, 'counter')
    const [entry] = await entriesOf(held.id)
    assert.deepEqual([entry.type, entry.actor_id], ['outsiders.account_opened', id])
    const known = await tenancy.run(kervalan, () =>
      Acquaintance.query().where('personId', held.id).first()
    )
    assert.isNotNull(known)
  })

  test('an access is given back by two agents, and the journal has both names', async ({
    assert,
  }) => {
    const birthName = `Perdu${'abcdefgh'[Math.floor(Math.random() * 8)]}${'xyzuv'[Math.floor(Math.random() * 5)]}`
    const her = await somebody({ givenNames: ['Soizic'], birthName, birthdate: '1950-02-00' })
    const before = await paperOf(her.id)
    const first = await atCounter('Maëlle Le Goff')
    const asked = await first.visitor.submit(`${COUNTER}/acces-perdu`, { account: before.account })
    assert.equal(asked.location, COUNTER)
    const page = await first.visitor.get(COUNTER)
    assert.include(page.text, `Soizic ${birthName}`)
    const { rows } = await master().rawQuery(
      `select id from kernel.counter_recoveries where person_id = ?`,
      [her.id]
    )
    const confirm = `${COUNTER}/acces-perdu/${rows[0].id}/confirmation`
    await first.visitor.submit(confirm)
    assert.include((await first.visitor.get(COUNTER)).text, 'Une seconde personne du guichet')
    const elsewhere = await cameIn(her.id)
    const second = await atCounter('Erwan Tanguy')
    const paper = codesIn((await second.visitor.submit(confirm)).text)
    assert.equal((await elsewhere.get('/moi')).location, '/moi/connexion')
    const signIn = async (code: string) => {
      const visitor = new Visitor()
      await visitor.get('/moi/connexion')
      return (await visitor.submit('/moi/connexion', { login: paper.account, password: code }))
        .location
    }
    assert.equal(await signIn(before.code), '/moi/connexion')
    assert.equal(await signIn(paper.code), '/moi')
    assert.deepEqual(
      (await entriesOf(her.id)).map(({ type, actor_id: by }) => [type, by]),
      [
        ['outsiders.recovery_asked', first.id],
        ['outsiders.recovery_approved', second.id],
      ]
    )
    await second.visitor.get(COUNTER)
    assert.equal((await second.visitor.submit(confirm)).status, 404)
  })

  test('a person is named by her number or by her whole civil status, and nobody is browsed', async ({
    assert,
  }) => {
    const { visitor } = await atCounter('Maëlle Le Goff')
    await visitor.get(`${COUNTER}/acces-perdu`)
    await visitor.submit(`${COUNTER}/acces-perdu`, { birth_name: 'Dubois' })
    assert.include((await visitor.get(`${COUNTER}/acces-perdu`)).text, 'Aucun compte ne répond')
  })

  test('a person whose name thousands bear is found by her date of birth', async ({ assert }) => {
    const birthName = `Martin${uuidv7()
      .slice(-8)
      .replaceAll(/\d/g, (digit) => 'abcdefghij'[+digit])}`
    const born = (birthdate: string) => somebody({ givenNames: ['Marie'], birthName, birthdate })
    for (let day = 1; day <= 21; day++) await born(`1961-03-${String(day).padStart(2, '0')}`)
    const her = await born('1962-04-30')
    const { visitor } = await atCounter('Maëlle Le Goff')
    await visitor.get(`${COUNTER}/acces-perdu`)
    const typed = { birth_name: birthName, given_name: 'Marie', birthdate: '1962-04-30' }
    assert.equal((await visitor.submit(`${COUNTER}/acces-perdu`, typed)).location, COUNTER)
    const asked = master().from('kernel.counter_recoveries').where('person_id', her.id)
    assert.lengthOf(await asked, 1)
  })

  test('an agent without that role finds no counter', async ({ assert }) => {
    const her = await agent('Nolwenn Riou', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(her.email)
    assert.equal((await visitor.get(COUNTER)).status, 403)
  })
})
