import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { commune, draftOf } from './room.js'

test.group('A view of the list of actes', (group) => {
  let kervalan: Tenant
  let agent: User
  let colleague: User
  let base: string

  group.setup(async () => {
    kervalan = await commune()
    await draftOf(kervalan)
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    colleague = await person('Yann Kerbrat', { kervalan: ['agent'] })
    base = `/c/${kervalan.slug}/actes`
  })

  test('keeps filters and order under a name, for her alone until she shares it', async ({
    client,
    assert,
  }) => {
    const nom = `Mes brouillons ${uuidv7().slice(-6)}`
    const save = (more: object) =>
      client
        .post(`${base}/vues`)
        .loginAs(agent)
        .withCsrfToken()
        .form({ nom, filtre: 'etat=draft&tri=-change&apres=rien&intrus=1', ...more })
    const mine = await save({})
    mine.assertTextIncludes(nom)
    mine.assertTextIncludes(`${base}?etat=draft&amp;tri=-change"`)
    const before = await client.get(base).loginAs(colleague)
    assert.notInclude(before.text(), nom)
    await save({ partagee: '1' })
    const after = await client.get(base).loginAs(colleague)
    after.assertTextIncludes(nom)
  })

  test('is forgotten by whoever made it, and by nobody else', async ({ client, assert }) => {
    const nom = `Vue commune ${uuidv7().slice(-6)}`
    const page = await client
      .post(`${base}/vues`)
      .loginAs(agent)
      .withCsrfToken()
      .form({ nom, filtre: 'etat=signed', partagee: '1' })
    const address = new RegExp(`${nom}[\\s\\S]*?action="([^"]+/vues/[^"]+)"`).exec(page.text())![1]
    await client.post(address).loginAs(colleague).withCsrfToken()
    const kept = await client.get(base).loginAs(agent)
    kept.assertTextIncludes(nom)
    await client.post(address).loginAs(agent).withCsrfToken()
    const gone = await client.get(base).loginAs(agent)
    assert.notInclude(gone.text(), nom)
  })
})
