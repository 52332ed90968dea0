import { test } from '@japa/runner'
import { journal } from '#kernel/journal'
import { SYSTEM } from '#kernel/actor'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'
import { operator } from './console_world.js'

const LOG = '/exploitation/provisionnement'

test.group('What operators did to members', (group) => {
  let id: string
  const name = 'Zélande-sur-Registre'

  group.setup(async () => {
    id = await placeApart()
    await systemDb().from('kernel.tenants').where({ id }).update({ name })
    await tenancy.run(id, async () => {
      const subject = { capability: 'kernel', type: 'tenant', id } as const
      for (const type of ['tenant_suspended', 'tenant_resumed']) {
        await journal.append({ type: `kernel.${type}`, subject, actor: SYSTEM, data: {} })
      }
    })
  })

  test('is found by the name of a member, narrowed and turned, and is a file', async ({
    client,
    assert,
  }) => {
    const user = await operator()
    const asked = async (query: object) =>
      (
        await client
          .get(LOG)
          .qs({ q: 'zelande registre', ...query })
          .loginAs(user)
      ).text()
    const all = await asked({})
    assert.include(all, 'Membre suspendu')
    assert.isBelow(all.lastIndexOf('Membre rouvert'), all.lastIndexOf('Membre suspendu'))
    const turned = await asked({ tri: 'quand' })
    assert.isAbove(turned.lastIndexOf('Membre rouvert'), turned.lastIndexOf('Membre suspendu'))
    const lines = (html: string) => html.match(/data-line=/g)?.length ?? 0
    assert.equal(lines(await asked({ fait: 'kernel.tenant_resumed' })), 1)
    const file = await client.get(`${LOG}/liste/csv`).qs({ q: 'zelande registre' }).loginAs(user)
    assert.lengthOf(file.text().trim().split('\r\n'), 3)
  })

  test('does not exist for whoever administers a member', async ({ client }) => {
    const mayor = await person('Soizic Madec', { kervalan: ['administrator'] })
    ;(await client.get(`${LOG}/liste/csv`).loginAs(mayor)).assertStatus(404)
  })
})
