import { test } from '@japa/runner'
import { allRooms } from '#kernel/room'
import type { Search } from '#web/search'
import { person } from '#tests/world/world'

test.group('Searching', (group) => {
  const asked: string[] = []

  group.setup(() => {
    const source = (permission: string, title: string): Search => ({
      label: title,
      permission,
      async find(words, { tenantSlug, limit }) {
        asked.push(words)
        const found = {
          title: `${title} ${words} <b>`,
          hint: `au plus ${limit}`,
          url: `/c/${tenantSlug}`,
        }
        return words === 'cantine' ? [found] : []
      },
    })
    const lend = (name: string, search: Search) => {
      const room = allRooms().find((one) => one.name === name)!
      const own = room.search
      room.search = search
      return () => void (room.search = own)
    }
    const givenBack = [
      lend('portal', source('portal.read', 'Permis')),
      lend('archiving', source('archiving.audit', 'Interdit')),
    ]
    return () => givenBack.forEach((giveBack) => giveBack())
  })

  test('asks the services that the person may read, and no other', async ({ client, assert }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const page = await client.get('/c/kervalan/recherche').qs({ q: ' cantine ' }).loginAs(agent)
    page.assertTextIncludes('Permis cantine &lt;b&gt;')
    assert.notInclude(page.text(), 'Interdit cantine')
    assert.deepEqual(asked.splice(0), ['cantine'])
  })

  test('suggests as one types', async ({ client, assert }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const answer = await client
      .get('/c/kervalan/recherche/suggestions')
      .qs({ q: 'cantine' })
      .loginAs(agent)
    assert.deepInclude(answer.body().results, {
      title: 'Permis cantine <b>',
      hint: 'au plus 6',
      url: '/c/kervalan',
    })
  })

  test('says so when there is nothing, and asks nothing for no words', async ({
    client,
    assert,
  }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const empty = await client.get('/c/kervalan/recherche').qs({ q: 'inconnu' }).loginAs(agent)
    empty.assertTextIncludes('Rien sous ces mots')
    asked.length = 0
    await client.get('/c/kervalan/recherche').loginAs(agent)
    assert.isEmpty(asked)
  })
})
