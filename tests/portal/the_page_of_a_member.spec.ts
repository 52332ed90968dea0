import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { journal } from '#kernel/journal'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { asOwner, placeApart, writeEntries } from '#tests/world/journals'
import { someSiren } from '#tests/helpers/siren'
import { person, place } from '#tests/world/world'
import { memberForm, operator } from './console_world.js'

test.group('The page of a member', (group) => {
  group.each.teardown(() => tenants.forget())

  test('suspends it and opens it again, and its journal says so', async ({ client, assert }) => {
    const user = await operator()
    const { id } = await place('saint-orven')
    await client
      .post(`/exploitation/membres/${id}/suspension`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    assert.equal((await tenants.byId(id))!.state, 'suspended')
    await client
      .post(`/exploitation/membres/${id}/suspension?_method=DELETE`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    assert.equal((await tenants.byId(id))!.state, 'active')
    const types = await tenancy.run(id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id })
    )
    assert.includeMembers(
      types.map((entry) => entry.type),
      ['kernel.tenant_suspended', 'kernel.tenant_resumed']
    )
  })

  test('closes a room that no longer comes back by itself', async ({ client, assert }) => {
    const user = await operator()
    const form = memberForm(someSiren())
    await client.post('/exploitation/membres').loginAs(user).withCsrfToken().form(form).redirects(0)
    tenants.forget()
    const { id } = (await tenants.bySiren(form.siren))!
    await client
      .post(`/exploitation/membres/${id}/services?_method=PUT`)
      .loginAs(user)
      .withCsrfToken()
      .form({ services: [] })
      .redirects(0)
    await client
      .post(`/exploitation/membres/${id}/mise-a-niveau`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    tenants.forget()
    const { settings, slug } = (await tenants.byId(id))!
    assert.isNotEmpty(settings.closedServices)
    for (const closed of settings.closedServices) assert.notInclude(settings.services, closed)
    const agent = await person('Maëlle Le Goff', {})
    await tenancy.run(id, () =>
      Membership.create({ userId: agent.id, roles: ['agent'], state: 'active' })
    )
    const home = await client.get(`/c/${slug}`).loginAs(agent)
    home.assertStatus(200)
    assert.notInclude(home.text(), `/c/${slug}/projet`)
    const room = await client.get(`/c/${slug}/projet`).loginAs(agent)
    room.assertStatus(404)
  })

  test('recomputes the whole journal, and says when it was touched', async ({ client }) => {
    const user = await operator()
    const { id } = await place('kervalan')
    const sound = await client
      .post(`/exploitation/membres/${id}/verification`)
      .loginAs(user)
      .withCsrfToken()
      .header('referer', `/exploitation/membres/${id}`)
    sound.assertTextIncludes('Journal intact')
    const broken = await placeApart()
    await writeEntries(broken, uuidv7(), 3)
    await asOwner(
      `update kernel.journal_entries set data = '{}' where tenant_id = ? and position = 2`,
      [broken]
    )
    const told = await client
      .post(`/exploitation/membres/${broken}/verification`)
      .loginAs(user)
      .withCsrfToken()
    told.assertTextIncludes('Le journal ne se vérifie pas. L’entrée 2 a été modifiée.')
  })

  test('starts the list again when the address of a page was mangled', async ({ client }) => {
    const user = await operator()
    for (const cursor of ['x', 'WyJhIl0', 'WyJhIiwiYiJd']) {
      const page = await client.get(`/exploitation?apres=${cursor}`).loginAs(user)
      page.assertStatus(200)
    }
  })

  test('finds a member by a part of its name, and pages through many', async ({
    client,
    assert,
  }) => {
    const user = await operator()
    await systemDb().rawQuery(
      `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
       select gen_random_uuid(), 'foule-' || n, 'F' || n, 'Commune de la Foule ' || to_char(n, 'FM000'), 'commune', '035', '1', '31'
       from generate_series(1, 60) n on conflict do nothing`
    )
    const first = await client.get('/exploitation?q=foule').loginAs(user)
    first.assertTextIncludes('Commune de la Foule 050')
    assert.notInclude(first.text(), 'Commune de la Foule 051')
    const [, next] = /href="([^"]+)"[^>]*rel="next"/.exec(first.text())!
    const second = await client.get(next.replaceAll('&amp;', '&')).loginAs(user)
    second.assertTextIncludes('Commune de la Foule 051')
    await systemDb().from('kernel.tenants').where('slug', 'like', 'foule-%').delete()
  })
})
