import { test } from '@japa/runner'
import { LocalDate } from '#lib/values'
import { helpPages, hardWords, novelties } from '#web/help/pages'

test.group('The help', () => {
  test('has a page for each gesture, in the order of the rail, and every page opens', async ({
    client,
    assert,
  }) => {
    const index = await client.get('/aide')
    for (const { path, title } of helpPages()) {
      index.assertTextIncludes(`href="/aide/${path}"`)
      const page = await client.get(`/aide/${path}`)
      page.assertStatus(200)
      page.assertTextIncludes(title)
    }
    assert.isAbove(helpPages().length, 10)
  })

  test('is found by words of its text, without accents nor order', async ({ client, assert }) => {
    const found = await client.get('/aide?q=REVENIR visa')
    found.assertTextIncludes('href="/aide/donner-un-visa"')
    assert.notInclude(found.text(), 'href="/aide/saisir-les-valeurs"')
    const named = (await client.get('/aide?q=absence')).text()
    const [first] = /href="\/aide\/[a-z-]+"/.exec(named.slice(named.indexOf('id="trouve"')))!
    assert.equal(first, 'href="/aide/prevoir-une-absence"')
  })

  test('says what is new, the last first, and leads to pages that exist', async ({
    client,
    assert,
  }) => {
    const page = await client.get('/aide/nouveautes')
    page.assertStatus(200)
    assert.isNotEmpty(novelties())
    const days = novelties().map(({ day }) => day)
    assert.deepEqual(days, days.toSorted().reverse())
    const known = new Set(helpPages().map(({ path }) => path))
    for (const { text, page: shown, day } of novelties()) {
      assert.isTrue(LocalDate.tryParse(day) !== null, text)
      if (shown) assert.isTrue(known.has(shown), shown)
    }
    ;(await client.get('/aide')).assertTextIncludes('href="/aide/nouveautes"')
  })

  test('says what to do when nothing is found, and a wrong address is no page', async ({
    client,
  }) => {
    ;(await client.get('/aide?q=xylophone')).assertTextIncludes('revenez à toutes les pages')
    ;(await client.get('/aide/nulle-part')).assertStatus(404)
  })

  test('explains each hard word once, where the forms lead', async ({ client, assert }) => {
    const index = await client.get('/aide')
    const keys = hardWords().map(({ key }) => key)
    assert.lengthOf(new Set(keys), keys.length)
    for (const key of ['nature', 'matiere', 'type_pj', 'visa']) {
      index.assertTextIncludes(`id="mot-${key}"`)
    }
  })

  test('reads what is typed as words, never as a page', async ({ client, assert }) => {
    const page = await client.get(`/aide?q=${encodeURIComponent('<script>alert(1)</script>')}`)
    assert.notInclude(page.text(), '<script>alert(1)')
    ;(await client.get('/aide?q[]=a')).assertStatus(200)
  })
})
