import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import type User from '#kernel/people/user'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'
import { askForDeposit } from './archive_world.js'

test.group('Archives of several members', (group) => {
  let towns: Tenant[]
  let archivist: User
  let administrator: User

  group.each.setup(async () => {
    towns = []
    archivist = await person('Enora Le Dantec', {})
    administrator = await person('Soizic Madec', {})
    for (const title of ['Tarifs ici', 'Tarifs là', 'Tarifs ailleurs']) {
      const id = await placeApart()
      await askForDeposit(id, { title })
      towns.push((await tenants.byId(id))!)
    }
    for (const { id } of towns) await joins(administrator, id, ['administrator'])
    // She works in the first two only
    for (const { id } of towns.slice(0, 2)) await joins(archivist, id, ['archivist'])
  })

  const joins = (user: User, id: string, roles: string[]) =>
    tenancy.run(id, () =>
      Membership.create({ userId: user.id, roles, title: null, state: 'active' } as never)
    )
  const open = async (client: any, { slug }: Tenant, shown = '1', by = administrator) =>
    client
      .put(`/c/${slug}/archives/lecture-commune`)
      .loginAs(by)
      .withCsrfToken()
      .form({ shown })
      .redirects(0)
  const asked = async (client: any, query = '', by = archivist) =>
    (await client.get(`/mes-archives${query}`).loginAs(by)).text() as string

  test('are in one list only where each opened them, and no more once it closes', async ({
    client,
    assert,
  }) => {
    const before = await asked(client)
    for (const title of ['Tarifs ici', 'Tarifs là']) assert.notInclude(before, title)
    for (const town of towns) await open(client, town)
    const list = await asked(client)
    assert.include(list, 'Tarifs ici')
    assert.include(list, 'Tarifs là')
    await open(client, towns[0], '0')
    const after = await asked(client)
    assert.notInclude(after, 'Tarifs ici')
    assert.include(after, 'Tarifs là')
  })

  test('never hold those of a member where one does not work, or is suspended', async ({
    client,
    assert,
  }) => {
    for (const town of towns) await open(client, town)
    assert.notInclude(await asked(client), 'Tarifs ailleurs')
    await tenancy.run(towns[0].id, async () => {
      const place = await Membership.findByOrFail('userId', archivist.id)
      await place.merge({ state: 'suspended' }).save()
    })
    const list = await asked(client)
    assert.notInclude(list, 'Tarifs ici')
    assert.include(list, 'Tarifs là')
    const file = await client.get('/mes-archives/liste/csv').loginAs(archivist)
    assert.notInclude(file.text(), 'Tarifs ici')
    assert.notInclude(file.text(), 'Tarifs ailleurs')
  })

  test('are narrowed by collectivite and by words, and lead to each where it is', async ({
    client,
    assert,
  }) => {
    for (const town of towns) await open(client, town)
    const [, there] = towns
    const narrowed = await asked(client, `?lieu=${there.slug}`)
    assert.notInclude(narrowed, 'Tarifs ici')
    assert.match(narrowed, new RegExp(`/c/${there.slug}/archives/versements/[0-9a-f-]{36}`))
    assert.notInclude(await asked(client, '?q=ici'), 'Tarifs là')
  })

  test('are opened by whoever administers, and by no archivist; the journal says so', async ({
    client,
    assert,
  }) => {
    const [here] = towns
    await open(client, here, '1', archivist)
    assert.notInclude(await asked(client), 'Tarifs ici')
    await open(client, here)
    const entries = await tenancy.run(here.id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id: here.id })
    )
    assert.equal(entries.at(-1)!.type, 'archiving.shared_reading_changed')
  })
})
