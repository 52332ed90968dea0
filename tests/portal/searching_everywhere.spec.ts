import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { draftOf } from '#tests/actes/room'
import { person, place } from '#tests/world/world'

test.group('Searching in all the collectivites where one works', (group) => {
  let here: Tenant
  let there: Tenant

  group.setup(async () => {
    here = await place('kervalan')
    there = await place('saint-orven')
    const neighbour = await place('tregoat')
    await draftOf(here, { objet: 'Bail du moulin à Kervalan' })
    await draftOf(there, { objet: 'Bail du moulin à Saint-Orven' })
    await draftOf(neighbour, { objet: 'Bail du moulin à Trégoat' })
  })

  const secretary = () =>
    person('Gaëlle Prigent', { 'kervalan': ['agent'], 'saint-orven': ['agent'] })

  test('finds in each, under its name, and never where one does not work', async ({
    client,
    assert,
  }) => {
    const page = await client
      .get('/recherche')
      .qs({ q: 'moulins bail' })
      .loginAs(await secretary())
    page.assertStatus(200)
    const text = page.text().replace(/<\/?mark>/g, '')
    assert.include(text, 'Bail du moulin à Kervalan')
    assert.include(text, 'Bail du moulin à Saint-Orven')
    assert.notInclude(text, 'Trégoat')
    for (const { name } of [here, there]) assert.include(text, `<h2>${name}</h2>`)
  })

  test('asks each with the roles that one has there', async ({ client, assert }) => {
    const guest = await person('Paol Kerviel', { 'kervalan': ['agent'], 'saint-orven': ['reader'] })
    const page = await client.get('/recherche').qs({ q: 'prigent' }).loginAs(guest)
    assert.notInclude(page.text(), 'Gaëlle Prigent')
  })

  test('stays before a door that asks for a second factor', async ({ client, assert }) => {
    const ask = (wanted: string[]) =>
      tenancy.run(there.id, ({ trx }) =>
        trx.rawQuery(
          `update kernel.tenants set settings = jsonb_set(settings, '{identity}', ?::jsonb) where id = ?`,
          [JSON.stringify({ secondFactorFor: wanted }), there.id]
        )
      )
    const { tenants } = await import('#kernel/tenant')
    await ask(['agent'])
    tenants.forget()
    try {
      const page = await client
        .get('/recherche')
        .qs({ q: 'moulin' })
        .loginAs(await secretary())
      assert.include(page.text(), 'Kervalan')
      assert.notInclude(page.text().replace(/<\/?mark>/g, ''), 'Bail du moulin à Saint-Orven')
      assert.include(page.text(), 'double authentification')
    } finally {
      await ask([])
      tenants.forget()
    }
  })

  test('is offered from the search of one, to whom works in several', async ({
    client,
    assert,
  }) => {
    const offered = async (who: any) => {
      const page = await client.get('/c/kervalan/recherche').qs({ q: 'moulin' }).loginAs(who)
      return page.text().includes('href="/recherche?q=moulin"')
    }
    assert.isTrue(await offered(await secretary()))
    assert.isFalse(await offered(await person('Maëlle Le Goff', { kervalan: ['agent'] })))
  })
})
