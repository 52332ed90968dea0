import { test } from '@japa/runner'
import { place } from '#tests/world/world'

test.group('The pages for everybody', (group) => {
  group.setup(async () => {
    await place('kervalan')
  })

  test('open without a login', async ({ client }) => {
    for (const path of [
      '/',
      '/accessibilite',
      '/mentions-legales',
      '/donnees-personnelles',
      '/p/kervalan',
    ]) {
      const page = await client.get(path)
      page.assertStatus(200)
      page.assertTextIncludes('<html lang="fr"')
    }
  })

  test('name the members on the front page', async ({ client }) => {
    const page = await client.get('/')
    page.assertTextIncludes('href="/p/kervalan"')
  })

  test('say who publishes in words that machines read', async ({ client, assert }) => {
    const page = await client.get('/p/kervalan')
    const data = /application\/ld\+json">(.*?)<\/script>/.exec(page.text())
    const read = JSON.parse(data![1])
    assert.equal(read['@type'], 'GovernmentOrganization')
    assert.equal(read.identifier.value, (await place('kervalan')).siren)
  })

  test('keep scripts and styles out of the page', async ({ client, assert }) => {
    for (const path of ['/', '/_/parts', '/p/kervalan']) {
      const page = await client.get(path)
      assert.notMatch(
        page.text(),
        /<style|\sstyle="|\son[a-z]+="|<script(?! type="(module|application\/ld\+json)")/
      )
      assert.include(page.header('content-security-policy'), "default-src 'self'")
      assert.notInclude(page.header('content-security-policy'), 'unsafe-inline')
    }
  })

  test('wear a colour whose stylesheet is served, and no other address answers', async ({
    client,
  }) => {
    const sheet = await client.get('/accents/a5402a.css')
    sheet.assertStatus(200)
    sheet.assertHeader('content-type', 'text/css; charset=utf-8')
    sheet.assertTextIncludes('--accent:')
    ;(await client.get('/accents/red.css')).assertStatus(404)
    ;(await client.get('/accents/a5402a')).assertStatus(404)
  })
})

test.group('An error', () => {
  test('of address is said in French with a way out', async ({ client }) => {
    const page = await client.get('/nulle-part').accept('html')
    page.assertStatus(404)
    page.assertTextIncludes('Cette page est introuvable')
    page.assertTextIncludes('Revenir à l’accueil')
  })

  test('is problem+json for a program', async ({ client }) => {
    const answer = await client.get('/nulle-part').accept('json')
    answer.assertStatus(404)
    answer.assertHeader('content-type', 'application/problem+json')
  })
})
