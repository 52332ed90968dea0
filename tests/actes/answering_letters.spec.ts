import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type Acte from '#app/actes/models/acte'
import Answer from '#app/actes/models/answer'
import Transmission from '#app/actes/models/transmission'
import { person } from '#tests/world/world'
import { isHeld } from '#rooms/archiving'
import { untilState } from './room.js'
import { change, exchange, type Exchange, PDF, signedActe, transmit, until } from './room.js'

test.group('Answering a letter of the prefecture', (group) => {
  let { kervalan, ministry } = {} as Exchange
  let agent: User

  group.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.each.setup(() => exchange((opened) => ({ kervalan, ministry } = opened)))

  /** An acte that the prefecture has written about. */
  async function letterOn(scenario: string, kind: string) {
    const acte = await signedActe(kervalan, { objet: `Un sujet ${scenario}` } as Partial<Acte>)
    await transmit(kervalan, acte)
    const find = () =>
      tenancy.run(kervalan.id, () => Answer.query().where({ acteId: acte.id, kind }).first())
    await until(async () => (await find()) !== null)
    const letter = (await find())!
    return { acte, letter, here: `/c/kervalan/actes/${acte.id}/courriers/${letter.id}` }
  }
  const answer = (here: string, fields: object, files = ['plan.pdf'], who = agent) => {
    const request = client.post(`${here}/reponse`).loginAs(who).withCsrfToken().fields(fields)
    for (const filename of files) request.file('documents[]', PDF, { filename })
    return request
  }
  let client: any
  group.each.setup((one) => {
    client = one.context.client
  })

  const sentOf = (acte: Acte, type: string) =>
    tenancy.run(kervalan.id, async () =>
      Transmission.query().where({ acteId: acte.id, type }).exec()
    )
  const tasksOf = (acte: Acte) =>
    tenancy.run(kervalan.id, ({ trx }) => trx.from('kernel.tasks').where('subject_id', acte.id))
  const untilSent = async (acte: Acte, type: string, state: string) =>
    until(async () => (await sentOf(acte, type)).some((one) => one.state === state))
  const typesAtMinistry = () => ministry.report().transactions.map(({ type }) => type)

  test('the pieces asked for go, are received, and nothing waits any more', async ({ assert }) => {
    const { acte, letter, here } = await letterOn('#pieces', '3-1')
    await untilSent(acte, '3-2', 'sent')
    assert.equal((await tasksOf(acte))[0].url, here)
    const page = await client.get(here).loginAs(agent)
    page.assertTextIncludes('plan annexé')
    page.assertTextIncludes('Envoyer les pièces demandées')
    await answer(here, { type: '3-4', typePJ: '99_DE' }, ['plan.pdf', 'rapport.pdf']).redirects(0)
    await untilSent(acte, '3-4', 'answered')
    assert.deepEqual(await tasksOf(acte), [])
    const [sent] = await sentOf(acte, '3-4')
    assert.deepEqual([sent.letterId, sent.documentIds.length], [letter.id, 2])
    assert.includeMembers(typesAtMinistry(), ['3-2', '3-4'])
    const after = await client.get(here).loginAs(agent)
    after.assertTextIncludes('Reçue par la préfecture')
    assert.notInclude(after.text(), 'Envoyer à la préfecture')
    const file = await client
      .get(`/c/kervalan/actes/${acte.id}/documents/${sent.documentIds[0]}`)
      .loginAs(agent)
    file.assertStatus(200)
  })

  test('a second answer is refused, even at the same instant', async ({ assert }) => {
    const { acte, here } = await letterOn('#pieces', '3-1')
    const send = () => answer(here, { type: '3-3', typePJ: '99_DE' }).accept('json').redirects(0)
    const statuses = (await Promise.all([send(), send()])).map((one: any) => one.status())
    assert.sameMembers(statuses, [302, 409])
    await untilSent(acte, '3-3', 'answered')
    assert.lengthOf(
      typesAtMinistry().filter((type) => type === '3-3'),
      1
    )
  })

  test('a letter that a colleague classified meanwhile is not answered unawares', async ({
    assert,
  }) => {
    const { acte, here } = await letterOn('#courrier', '2-1')
    const colleague = await person('Yann Kerbrat', { kervalan: ['agent'] })
    await client.post(`${here}/lecture`).loginAs(colleague).withCsrfToken().redirects(0)
    const late = await answer(here, { type: '2-2', typePJ: '99_DE' }).accept('json').redirects(0)
    assert.deepEqual([late.status(), late.body().code], [409, 'E_ACTE_LETTER_SETTLED'])
    assert.deepEqual(await sentOf(acte, '2-2'), [])
  })

  test('a simple letter is answered without a receipt', async () => {
    const { acte, here } = await letterOn('#courrier', '2-1')
    await answer(here, { type: '2-2', typePJ: '99_DE' }).redirects(0)
    await untilSent(acte, '2-2', 'sent')
    const page = await client.get(here).loginAs(agent)
    page.assertTextIncludes('Remise à la préfecture')
  })

  test('observations are received at once, and rejected with a letter', async ({ assert }) => {
    const { acte, here } = await letterOn('#observations', '4-1')
    await untilSent(acte, '4-2', 'sent')
    await answer(here, { type: '4-3', typePJ: '99_DE' }).redirects(0)
    await untilSent(acte, '4-3', 'answered')
    assert.includeMembers(typesAtMinistry(), ['4-2', '4-3'])
  })

  test('what the ministry would refuse is said at each field', async ({ assert }) => {
    const { acte, here } = await letterOn('#pieces', '3-1')
    const none = await answer(here, { type: '2-2', typePJ: '' }, [])
    none.assertTextIncludes('Choisissez comment répondre.')
    none.assertTextIncludes('Déposez le document de la réponse.')
    none.assertTextIncludes('Choisissez le type de ces documents.')
    const two = await answer(here, { type: '3-3', typePJ: '99_DE' }, ['a.pdf', 'b.pdf'])
    two.assertTextIncludes('Cette réponse porte un seul document')
    assert.deepEqual(await sentOf(acte, '3-3'), [])
  })

  test('a reply that the ministry does not take gives the letter back', async ({ assert }) => {
    const { acte, here } = await letterOn('#courrier', '2-1')
    await change(kervalan, acte.id, async (fresh) =>
      fresh.merge({ identifier: `035-${kervalan.siren}-20261120-AILLEURS-DE` }).save()
    )
    await answer(here, { type: '2-2', typePJ: '99_DE' }).redirects(0)
    await untilSent(acte, '2-2', 'failed')
    assert.match((await tasksOf(acte))[0].title, /^Répondre de nouveau/)
    const page = await client.get(here).loginAs(agent)
    page.assertTextIncludes('Acte inconnu')
    page.assertTextIncludes('Envoyer à la préfecture')
  })

  for (const { scenario, kind, state } of [
    { scenario: '#pieces', kind: '3-1', state: 'Pièces demandées' },
    { scenario: '#observations', kind: '4-1', state: 'Observations de la préfecture' },
    { scenario: '#defere', kind: '5-1', state: 'Déféré au tribunal' },
    { scenario: '#courrier', kind: '2-1', state: 'Courrier de la préfecture' },
  ]) {
    test(`nothing is « fait » while a letter ${kind} is open, on the page nor in the list`, async ({
      assert,
    }) => {
      const { acte, here } = await letterOn(scenario, kind)
      const page = `/c/kervalan/actes/${acte.id}`
      await untilState(kervalan, acte, 'archived')
      const shown = await client.get(page).loginAs(agent)
      shown.assertTextIncludes(state)
      assert.notInclude(shown.text(), 'Tout est fait')
      assert.notMatch(shown.text(), /class="next-step"[^>]*data-meaning="done"/)
      assert.include(shown.text(), `href="${here}"`)
      const list = await client.get(`/c/kervalan/actes?etat=${kind}`).loginAs(agent)
      list.assertTextIncludes(acte.numero)
      const row = list
        .text()
        .split('<tr>')
        .find((line: string) => line.includes(acte.id))!
      assert.include(row, state)
      assert.notInclude(row, 'Archivé')
      const road = kind === '5-1' ? 'issue' : 'lecture'
      const request = client.post(`${here}/${road}`).loginAs(agent).withCsrfToken().redirects(0)
      await request.fields({ outcome: 'Requête rejetée' })
      const after = await client.get(page).loginAs(agent)
      after.assertTextIncludes('Tout est fait')
      after.assertTextIncludes(kind === '5-1' ? 'Requête rejetée' : 'Courrier classé')
    })
  }

  test('a déféré stays so once it is read; its archive is held, its outcome needs words', async ({
    assert,
  }) => {
    const { acte, here } = await letterOn('#defere', '5-1')
    await untilState(kervalan, acte, 'archived')
    const post = (road: string, fields = {}) =>
      client.post(`${here}/${road}`).loginAs(agent).withCsrfToken().fields(fields)
    await post('lecture').redirects(0)
    assert.deepEqual(await tasksOf(acte), [])
    const page = await client.get(`/c/kervalan/actes/${acte.id}`).loginAs(agent)
    page.assertTextIncludes('Déféré au tribunal')
    const held = await post('gel')
    held.assertTextIncludes('Versement gelé')
    const origin = { capability: 'actes', id: acte.id }
    assert.isTrue(await tenancy.run(kervalan.id, () => isHeld(origin)))
    const empty = await post('issue', { outcome: ' ' })
    empty.assertTextIncludes('Écrivez le motif')
    const letter = await client.get(here).loginAs(agent)
    letter.assertTextIncludes('Noter l’issue')
  })

  test('what only a déféré allows is refused on another letter', async () => {
    const { here } = await letterOn('#courrier', '2-1')
    for (const road of ['gel', 'issue']) {
      const wrong = await client.post(`${here}/${road}`).loginAs(agent).withCsrfToken()
      wrong.assertStatus(404)
    }
  })

  test('no type is proposed to a letter of reply but that of a letter', async ({ assert }) => {
    const { here } = await letterOn('#courrier', '2-1')
    const page = await client.get(here).loginAs(agent)
    assert.notMatch(page.text(), /value="99_DE" selected/)
    assert.match(page.text(), /data-watch="[^"]+"/)
  })

  test('a letter that asks for nothing is filed', async ({ assert }) => {
    const { acte, here } = await letterOn('#defere', '5-1')
    const page = await client.get(here).loginAs(agent)
    page.assertTextIncludes('déféré au tribunal administratif')
    assert.notInclude(page.text(), 'Envoyer à la préfecture')
    await client.post(`${here}/lecture`).loginAs(agent).withCsrfToken().redirects(0)
    assert.deepEqual(await tasksOf(acte), [])
  })

  test('a reader reads the letter and answers nothing; another acte does not hold it', async ({
    assert,
  }) => {
    const reader = await person('Léna Tanguy', { kervalan: ['reader'] })
    const { letter, here } = await letterOn('#courrier', '2-1')
    const page = await client.get(here).loginAs(reader)
    page.assertStatus(200)
    assert.notInclude(page.text(), '/reponse')
    const refused = await answer(here, { type: '2-2' }, ['a.pdf'], reader).accept('json')
    refused.assertStatus(403)
    const other = await signedActe(kervalan)
    const wrong = await client
      .get(`/c/kervalan/actes/${other.id}/courriers/${letter.id}`)
      .loginAs(agent)
    wrong.assertStatus(404)
  })
})
