import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { person, place } from '#tests/world/world'
import { archive, askForDeposit, withTimeAuthority } from './archive_world.js'

test.group('A view of the list of deposits', (group) => {
  let tenantId: string
  let agent: User
  let archivist: User
  const base = '/c/kervalan/archives'

  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
    await withTimeAuthority()
  })

  test('keeps filters under a name, for her alone until she shares it', async ({
    client,
    assert,
  }) => {
    await archive(tenantId, await askForDeposit(tenantId))
    const nom = `Versements de l’année ${Date.now()}`
    const save = (more: object) =>
      client
        .post(`${base}/vues`)
        .loginAs(archivist)
        .withCsrfToken()
        .form({ nom, filtre: 'q=convention&tri=dossier', ...more })
    const mine = await save({})
    mine.assertTextIncludes(nom)
    mine.assertTextIncludes(`${base}?q=convention&amp;tri=dossier"`)
    assert.notInclude((await client.get(base).loginAs(agent)).text(), nom)
    const shared = await save({ partagee: '1' })
    assert.include((await client.get(base).loginAs(agent)).text(), nom)
    const [, address] = new RegExp(`${nom}[\\s\\S]*?action="([^"]+/vues/[^"]+)"`).exec(
      shared.text()
    )!
    await client.post(address).loginAs(archivist).withCsrfToken()
    assert.notInclude((await client.get(base).loginAs(archivist)).text(), nom)
  })
})
