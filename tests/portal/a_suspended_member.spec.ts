import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { tenants } from '#kernel/tenant'
import { person, place } from '#tests/world/world'
import { operator } from './console_world.js'

test.group('The people of a suspended member', (group) => {
  group.each.setup(async () => {
    await place('saint-orven')
    return async () => {
      await db
        .connection('app')
        .from('kernel.tenants')
        .where('slug', 'saint-orven')
        .update({ state: 'active', suspended_at: null })
      tenants.forget()
    }
  })

  test('are told that it is, since when and whom to call; others learn nothing', async ({
    assert,
    client,
  }) => {
    const { id } = await place('saint-orven')
    const agent = await person('Maëlle Le Goff', { 'saint-orven': ['agent'] })
    const stranger = await person('Erwan Tanguy', { kervalan: ['agent'] })
    const said = await client
      .post(`/exploitation/membres/${id}/suspension`)
      .loginAs(await operator())
      .withCsrfToken()
    assert.include(said.text(), 'dans les cinq secondes')
    for (const path of ['/c/saint-orven', '/c/saint-orven/actes']) {
      const page = await client.get(path).accept('html').loginAs(agent)
      assert.equal(page.status(), 403)
      assert.match(page.text(), /suspendu depuis le \d+/)
      assert.include(page.text(), 'Syndicat mixte Penn ar Roz')
      assert.include(page.text().replace(/[\u00a0\u202f]/g, ' '), '02 99 00 00 00')
    }
    const home = (await client.get('/collectivites').loginAs(agent)).text()
    assert.include(home, 'Collectivité suspendue')
    assert.notInclude(home, 'Aucune collectivité pour le moment')
    assert.equal((await client.get('/c/saint-orven').loginAs(stranger)).status(), 404)
    assert.equal((await client.get('/p/saint-orven')).status(), 404)
  })

  test('suspended twice, it keeps the day when its doors closed', async ({ assert, client }) => {
    const { id } = await place('saint-orven')
    const user = await operator()
    const row = () => db.connection('app').from('kernel.tenants').where({ id }).firstOrFail()
    const suspend = () =>
      client.post(`/exploitation/membres/${id}/suspension`).loginAs(user).withCsrfToken()
    await suspend()
    await db
      .connection('app')
      .from('kernel.tenants')
      .where({ id })
      .update({
        suspended_at: new Date('2026-11-02T08:00:00Z'),
      })
    await suspend()
    const { state, suspended_at: since } = await row()
    assert.equal(state, 'suspended')
    assert.equal(since.toISOString(), '2026-11-02T08:00:00.000Z')
  })

  test('come back to their pages when it is open again', async ({ assert, client }) => {
    const { id } = await place('saint-orven')
    const agent = await person('Maëlle Le Goff', { 'saint-orven': ['agent'] })
    const user = await operator()
    await client.post(`/exploitation/membres/${id}/suspension`).loginAs(user).withCsrfToken()
    await client.delete(`/exploitation/membres/${id}/suspension`).loginAs(user).withCsrfToken()
    assert.equal((await client.get('/c/saint-orven').loginAs(agent)).status(), 200)
  })
})
