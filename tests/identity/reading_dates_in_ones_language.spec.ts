import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'

/** The words of a person of the place, whom nobody translates. */
const TYPED = 'Lire la délibération du 12 mars 2026'

test.group('Dates in the language of who reads them', (group) => {
  let maiwenn: User

  group.each.setup(async () => {
    maiwenn = await person('Maïwenn Le Bris', { kervalan: ['agent', 'administrator'] })
    const { id } = await place('kervalan')
    clock.freeze('2026-08-01T12:05:00Z')
    await tenancy.run(id, () =>
      tasks.open({
        key: `test:${uuidv7()}`,
        capability: 'portal',
        title: TYPED,
        url: '/c/kervalan',
        personId: maiwenn.id,
        dueAt: new Date('2026-08-05T10:00:00Z'),
      })
    )
    clock.freeze('2026-08-01T14:08:00Z')
    return () => clock.release()
  })

  const nobreak = (text: string) => text.replaceAll('\u202f', ' ')

  test('are French until she asks, and then carry her language', async ({ client, assert }) => {
    const open = async (path: string) => nobreak((await client.get(path).loginAs(maiwenn)).text())
    const choose = (language: string) =>
      client
        .post('/compte/dates')
        .loginAs(maiwenn)
        .withCsrfToken()
        .form({ dates_language: language })
    const before = await open('/c/kervalan')
    assert.include(before, 'depuis 2 heures')
    assert.notInclude(before, 'lang="br"')

    const account = await choose('br')
    account.assertTextIncludes('La langue de vos dates est enregistrée.')
    account.assertTextIncludes('<span lang="br">Sadorn 1 Eost 2026</span>')
    account.assertTextIncludes('restent en français')
    const home = await open('/c/kervalan')
    assert.include(home, '<span lang="br">2 eur zo</span>')
    assert.include(home, '<span lang="br">a-benn 4 deiz</span>')
    assert.include(home, TYPED)
    assert.notMatch(home, /[\uFDD0-\uFDD2]/)
    await maiwenn.refresh()
    assert.equal(maiwenn.datesLanguage, 'br')

    await choose('')
    assert.notInclude(await open('/c/kervalan'), 'lang="br"')
  })

  test('stay French in a file, an attribute and a title', async ({ client, assert }) => {
    await maiwenn.merge({ datesLanguage: 'br' }).save()
    const list = await client.get('/mes-taches').loginAs(maiwenn)
    assert.include(list.text(), '<span lang="br">')
    assert.match(
      nobreak(list.text()),
      /<time datetime="[^"]+" title="samedi 1er août 2026 à 14 h 05">/
    )
    const file = await client.get('/mes-taches/liste/csv').loginAs(maiwenn)
    file.assertStatus(200)
    assert.include(file.text(), 'Sous 4 jours')
    assert.notMatch(file.text(), /[\uFDD0-\uFDD2]|deiz/)
  })

  test('are refused in a language that is not known, with a sentence', async ({
    client,
    assert,
  }) => {
    const answer = await client
      .post('/compte/dates')
      .loginAs(maiwenn)
      .withCsrfToken()
      .header('referer', '/compte')
      .form({ dates_language: 'tlh' })
    assert.include(answer.text(), 'Dire les dates en')
    assert.notInclude(answer.text(), 'est enregistrée')
    assert.isNull((await maiwenn.refresh()).datesLanguage)
  })

  test('say nothing of her to who has no session on a public page', async ({ client, assert }) => {
    await maiwenn.merge({ datesLanguage: 'br' }).save()
    for (const path of ['/p/kervalan', '/p/kervalan/actes', '/aide/nouveautes']) {
      await client.get(path).loginAs(maiwenn)
      const page = await client.get(path)
      page.assertStatus(200)
      assert.notInclude(page.text(), 'lang="br"', path)
    }
  })
})
