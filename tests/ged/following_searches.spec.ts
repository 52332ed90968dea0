import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import { tellFollowers } from '#app/ged/jobs/tell_followers'
import Node from '#app/ged/nodes/node'
import SavedSearch from '#app/ged/searches/saved_search'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { SYSTEM } from '#kernel/actor'
import { person, place } from '#tests/world/world'
import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import { aDocument, aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'

/** Two agents of Kervalan, and a word that only the documents of this test hold. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const space = await within(commonSpace)
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const other = await person('Erwan Tanguy', { kervalan: ['agent'] })
  const word = `x${uuidv7().replaceAll('-', '')}`
  const sent = (who: User, request: ReturnType<ApiClient['post']>) =>
    request.accept('json').loginAs(who).withCsrfToken().redirects(0)
  const keeps = async (who: User, form: object) => {
    const name = `Voirie ${uuidv7()}`
    const answer = await sent(who, client.post(`${BASE}/recherches`).form({ name, ...form }))
    const search = await within(() => SavedSearch.query().where('name', name).first())
    return { answer, search, page: `${BASE}/recherches/${search?.id}` }
  }
  const look = () => tellFollowers.run({ hours: 2 }, { tenantId: tenant.id } as never)
  const news = (who: User) =>
    within(() =>
      tenancy
        .trx()
        .from('kernel.mail_news')
        .where({ tenant_id: tenant.id, person_id: who.id, capability: 'ged' })
        .where('url', 'like', '%/recherches/%')
    )
  return { tenant, within, space, agent, other, word, sent, keeps, look, news }
}

test.group('A search that is kept', () => {
  test('is found on the home of documents by who kept it, and by nobody else', async ({
    client,
    assert,
  }) => {
    const { agent, other, word, keeps } = await scene(client)
    const { answer, search, page } = await keeps(agent, { q: word })
    answer.assertStatus(302)
    const home = async (who: User) => (await client.get(BASE).loginAs(who)).text()
    assert.include(await home(agent), search!.name)
    assert.notInclude(await home(other), search!.name)
    ;(await client.get(page).loginAs(other).accept('json')).assertStatus(404)
    ;(await client.get(page).loginAs(agent)).assertTextIncludes(word)
  })

  test('is shared with who reads a space, and forgotten by who keeps it alone', async ({
    client,
    assert,
  }) => {
    const { agent, other, word, keeps, sent, space } = await scene(client)
    const { page } = await keeps(agent, { q: word, space: space.id })
    ;(await client.get(page).loginAs(other)).assertTextIncludes(word)
    const guest = await person('Gaël Riou', { landreval: ['agent'] })
    assert.notEqual((await client.get(page).loginAs(guest).accept('json')).status(), 200)
    ;(await sent(other, client.delete(page))).assertStatus(403)
    ;(await sent(agent, client.delete(page))).assertStatus(302)
    ;(await client.get(page).loginAs(other).accept('json')).assertStatus(404)
  })

  test('asks for words that tell something, and for a name, at once', async ({
    client,
    assert,
  }) => {
    const { agent, keeps, sent } = await scene(client)
    const { answer } = await keeps(agent, { q: 'de la' })
    answer.assertStatus(422)
    assert.include(JSON.stringify(answer.body()), 'Ces mots sont partout')
    const bare = await sent(agent, client.post(`${BASE}/recherches`).form({}))
    const said = JSON.stringify(bare.body())
    assert.include(said, '"q"')
    assert.include(said, '"name"')
  })
})

test.group('Following a search', () => {
  test('tells of each document that is filed since, once, and names nothing', async ({
    client,
    assert,
  }) => {
    const { agent, word, keeps, look, news, within } = await scene(client)
    await within(() => aDocument(`Ancien ${word}.txt`))
    const { page, search } = await keeps(agent, { q: word, follows: 'true' })
    await look()
    assert.lengthOf(await news(agent), 0, 'what was there before is not new')
    await within(() => aDocument(`Arrêté ${word}.txt`))
    await within(() => aDocument('Sans rapport.txt'))
    await look()
    await look()
    const [told, ...others] = await news(agent)
    assert.lengthOf(others, 0)
    assert.equal(told.url, page)
    assert.equal(told.subject_id, search!.id)
    assert.notInclude(told.words, word)
    await within(() => aDocument(`Avis ${word}.txt`))
    await within(() => aDocument(`Plan ${word}.txt`))
    await look()
    const all = (await news(agent)).map((one) => one.words)
    assert.lengthOf(all, 2)
    assert.include(all.join(), '2 nouveaux documents')
    const shown = await client.get(page).loginAs(agent)
    shown.assertTextIncludes(`Arrêté ${word}`)
    assert.notInclude(shown.text(), `Ancien ${word}`)
  })

  test('cut before its end tells nothing twice and forgets nothing', async ({ client, assert }) => {
    const { agent, word, keeps, look, news, within } = await scene(client)
    await keeps(agent, { q: word, follows: 'true' })
    await within(() => aDocument(`Un ${word}.txt`))
    // Whatever is noted and said stands in one transaction: a cut undoes both
    const { tellFollower } = await import('#app/ged/searches/tell_follower')
    const { followsHere } = await import('#app/ged/searches/follow')
    const cut = within(async () => {
      const follow = (await followsHere()).find(({ personId }) => personId === agent.id)!
      await tellFollower(follow, { since: new Date(0) })
      throw new Error('killed')
    })
    await assert.rejects(() => cut, 'killed')
    assert.lengthOf(await news(agent), 0)
    await Promise.all([look(), look()])
    assert.lengthOf(await news(agent), 1)
  })

  test('tells nothing of what she may not read, nor anything to who has left', async ({
    client,
    assert,
  }) => {
    const { agent, word, keeps, look, news, within, tenant } = await scene(client)
    const { page } = await keeps(agent, { q: word, follows: 'true' })
    const secret = await within(async () => {
      const folder = await aFolder('Réservé')
      await setOwnRights(folder, [], SYSTEM)
      return aDocument(`Secret ${word}.txt`, await Node.get(folder.id))
    })
    await look()
    assert.lengthOf(await news(agent), 0)
    const everybody = [
      { principal: { kind: 'role' as const, id: 'agent' }, level: 'reader' as const },
    ]
    await within(async () => setOwnRights(await Node.get(secret.parentId!), everybody, SYSTEM))
    await look()
    assert.lengthOf(await news(agent), 1, 'it is new to her from then on')
    await within(async () => setOwnRights(await Node.get(secret.parentId!), [], SYSTEM))
    assert.notInclude((await client.get(page).loginAs(agent)).text(), `Secret ${word}`)
    await within(async () => {
      await aDocument(`Après ${word}.txt`)
      await tenancy
        .trx()
        .from('kernel.memberships')
        .where({ tenant_id: tenant.id, user_id: agent.id })
        .update({ state: 'suspended' })
    })
    await look()
    assert.lengthOf(await news(agent), 1)
  })

  test('answers by fields and by phrases as the search does', async ({ client, assert }) => {
    const { agent, word, keeps, look, news, within } = await scene(client)
    await keeps(agent, { q: `nom:${word}`, follows: 'true' })
    await keeps(agent, { q: `"${word} du marché"`, follows: 'true' })
    await within(() => aDocument(`${word} du marché.txt`))
    await within(() => aDocument(`${word} de la halle.txt`))
    await look()
    const said = (await news(agent)).map(({ words }) => words).toSorted()
    assert.lengthOf(said, 2)
    assert.match(said[0], /^2 nouveaux/)
    assert.match(said[1], /^Un nouveau/)
  })
})
