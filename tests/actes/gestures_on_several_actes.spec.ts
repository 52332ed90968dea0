import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import type Acte from '#app/actes/models/acte'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { person } from '#tests/world/world'
import { commune, draftOf, forgetJobs, reload, signedActe } from './room.js'

test.group('A gesture on several actes', (group) => {
  let kervalan: Tenant
  let agent: User
  let base: string

  group.setup(async () => {
    await forgetJobs()
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    base = `/c/${kervalan.slug}/actes`
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })

  const states = async (actes: Acte[]) => {
    const found: string[] = []
    for (const acte of actes) found.push((await reload(kervalan, acte)).state)
    return found
  }

  test('is done to each, and says line by line what it did and why not', async ({
    client,
    assert,
  }) => {
    const [whole, wrong] = [
      await draftOf(kervalan),
      await draftOf(kervalan, { matiere: '' } as never),
    ]
    const signed = await signedActe(kervalan)
    const page = await client
      .post(`${base}/lot`)
      .loginAs(agent)
      .withCsrfToken()
      .form({ geste: 'signature', ids: [whole.id, wrong.id, signed.id] })
    page.assertTextIncludes('1 acte parti en signature. 2 lignes refusées')
    page.assertTextIncludes('Choisissez la matière de l’acte.')
    page.assertTextIncludes('n’est plus un brouillon')
    assert.deepEqual(await states([whole, wrong, signed]), ['in_circuit', 'draft', 'signed'])
  })

  test('is undone where it can be', async ({ client, assert }) => {
    const actes = [await draftOf(kervalan), await draftOf(kervalan)]
    const ids = actes.map(({ id }) => id)
    const send = (geste: string) =>
      client.post(`${base}/lot`).loginAs(agent).withCsrfToken().form({ geste, ids })
    const sent = await send('signature')
    sent.assertTextIncludes('Tout reprendre en brouillon')
    await send('reprise')
    assert.deepEqual(await states(actes), ['draft', 'draft'])
  })

  test('that is sent twice does nothing twice', async ({ client, assert }) => {
    const acte = await signedActe(kervalan)
    const send = () =>
      client
        .post(`${base}/lot`)
        .loginAs(agent)
        .withCsrfToken()
        .form({ geste: 'transmission', ids: [acte.id] })
    await Promise.all([send(), send()])
    const jobs = await systemDb()
      .from('kernel.outbox')
      .where('name', 'actes.transmit')
      .whereRaw(`payload->>'acteId' = ?`, [acte.id])
    assert.lengthOf(jobs, 1)
  })

  test('reaches all that is filtered, when it is still what was seen', async ({
    client,
    assert,
  }) => {
    const mark = `m${uuidv7().slice(-12)}`
    const actes = [
      await draftOf(kervalan, { objet: `Un ${mark}` } as never),
      await draftOf(kervalan, { objet: `Deux ${mark}` } as never),
    ]
    const send = (nombre: number) =>
      client
        .post(`${base}/lot`)
        .loginAs(agent)
        .withCsrfToken()
        .form({ geste: 'suppression', tout: 1, filtre: `q=${mark}`, nombre })
    const changed = await send(1)
    changed.assertTextIncludes('La liste a changé')
    assert.deepEqual(await states(actes), ['draft', 'draft'])
    const done = await send(2)
    done.assertTextIncludes('2 brouillons supprimés')
  })

  test('is for nobody whose role does not permit it', async ({ client, assert }) => {
    const reader = await person('Léna Tanguy', { kervalan: ['reader'] })
    const acte = await draftOf(kervalan)
    const list = await client.get(base).loginAs(reader)
    // She may take files away, and change nothing
    assert.include(list.text(), 'value="archive"')
    for (const name of ['signature', 'transmission', 'suppression'])
      assert.notInclude(list.text(), `value="${name}"`)
    const refused = await client
      .post(`${base}/lot`)
      .loginAs(reader)
      .withCsrfToken()
      .accept('json')
      .form({ geste: 'suppression', ids: [acte.id] })
    refused.assertStatus(403)
    assert.equal((await reload(kervalan, acte)).state, 'draft')
  })

  test('does not reach the actes of another collectivite, nor says their names', async ({
    client,
    assert,
  }) => {
    const orven = await commune('saint-orven')
    const theirs = await draftOf(orven, { objet: 'Secret de Saint-Orven' } as never)
    const page = await client
      .post(`${base}/lot`)
      .loginAs(agent)
      .withCsrfToken()
      .form({ geste: 'suppression', ids: [theirs.id] })
    page.assertTextIncludes('Rien n’a été fait.')
    assert.notInclude(page.text(), 'Secret de')
    assert.equal((await reload(orven, theirs)).state, 'draft')
  })
})
