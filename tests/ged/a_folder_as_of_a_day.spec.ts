import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import { addVersion } from '#app/ged/nodes/file_document'
import { move, rename } from '#app/ged/nodes/move'
import Node from '#app/ged/nodes/node'
import { discard, restore } from '#app/ged/nodes/trash'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'

const dayAgo = (days: number) => clock.now().minus({ days }).setZone('Europe/Paris').toISODate()!

/** A folder of ten days ago with a document; what is done then is done five days ago. */
async function scene(client: ApiClient) {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const made = await within(async () => {
    const folder = await aFolder(`Voirie ${uuidv7()}`)
    const other = await aFolder(`Ailleurs ${uuidv7()}`)
    const document = await aDocument('Arrêté.txt', folder)
    return { folder, other, document }
  })
  const ids = [made.folder.id, made.other.id, made.document.id]
  const rows = (table: string) =>
    tenancy.trx().from(`ged.${table}`).where('tenant_id', tenancy.tenantId())
  const age = (days: number) => clock.now().minus({ days }).toJSDate()
  await within(async () => {
    await rows('nodes')
      .whereIn('id', ids)
      .update({ created_at: age(10) })
    await rows('versions')
      .where('node_id', made.document.id)
      .update({ at: age(10) })
  })
  /** Makes of what was just done something of five days ago. */
  const wasDone = () =>
    within(async () => {
      await rows('past_places')
        .whereIn('node_id', ids)
        .update({ until: age(5) })
      await rows('nodes')
        .whereIn('id', ids)
        .whereNotNull('deleted_at')
        .update({ deleted_at: age(5) })
    })
  const on = async (days: number, folder = made.folder) => {
    const url = `${BASE}/dossiers/${folder.id}/au/${dayAgo(days)}`
    return (await client.get(url).loginAs(agent)).text()
  }
  return { tenant, within, agent, ...made, wasDone, on, rows, age }
}

test.group('A folder as of a day', () => {
  test('tells names and places of then, and not of now', async ({ client, assert }) => {
    const { within, document, other, folder, wasDone, on } = await scene(client)
    await within(async () => {
      await rename(await Node.get(document.id), 'Arrêté corrigé.txt', SYSTEM)
      await move(await Node.get(document.id), other.within, SYSTEM)
    })
    await wasDone()
    const before = await on(7)
    assert.include(before, 'Arrêté.txt')
    assert.notInclude(before, 'Arrêté corrigé')
    assert.notInclude(await on(2), 'Arrêté')
    assert.include(await on(2, other), 'Arrêté corrigé.txt')
    assert.notInclude(await on(7, other), 'Arrêté')
    assert.notInclude(await on(12), 'Arrêté', 'it was not filed yet')
    assert.isNotNull(folder)
  })

  test('tells the version of then, that one still reads', async ({ client, assert }) => {
    const { within, document, rows, age, on, agent } = await scene(client)
    await within(async () => {
      const kept = await documents.store(Buffer.from('le texte de maintenant'), { name: 'a.txt' })
      await addVersion(document.id, kept, { by: SYSTEM })
      await rows('versions')
        .where({ node_id: document.id, minor: 1 })
        .update({ at: age(3) })
    })
    const before = await on(7)
    assert.include(before, 'Version 1.0')
    assert.notInclude(before, 'Version 1.1')
    assert.include(await on(1), 'Version 1.1')
    const file = `${BASE}/documents/${document.id}/fichier?version=1.0&telecharger`
    const href = file.replace('&', '&amp;')
    assert.isTrue(before.includes(href) || before.includes(file))
    const read = await client.get(file).loginAs(agent)
    assert.notInclude(String(read.text() || read.body()), 'maintenant')
  })

  test('tells what went to the trash since to who may put it back, and not what was there', async ({
    client,
    assert,
  }) => {
    const { within, document, wasDone, on, folder } = await scene(client)
    await within(async () => discard(await Node.get(document.id), SYSTEM))
    await wasDone()
    assert.include(await on(7), 'À la corbeille depuis')
    assert.notInclude(await on(2), 'Arrêté')
    const reader = await person('Soizic Madec', { kervalan: ['reader'] })
    const url = `${BASE}/dossiers/${folder.id}/au/${dayAgo(7)}`
    assert.notInclude((await client.get(url).loginAs(reader)).text(), 'Arrêté.txt')
    await within(async () => restore(await Node.get(document.id), SYSTEM))
    assert.notInclude(await on(2), 'Arrêté', 'it was in the trash on that day')
    assert.include(await on(7), 'Arrêté.txt')
    assert.include(await on(0), 'Arrêté.txt')
  })

  test('says what it cannot tell: a change that nobody kept', async ({ client, assert }) => {
    const { within, document, on } = await scene(client)
    assert.notInclude(await on(7), 'sans que l’on sache')
    await within(() =>
      journal.append({ type: 'ged.renamed', subject: document.ref, actor: SYSTEM })
    )
    assert.include(await on(7), 'sans que l’on sache')
  })

  test('obeys the rights of today, and refuses a day to come', async ({ client, assert }) => {
    const { within, folder, document, agent } = await scene(client)
    const url = `${BASE}/dossiers/${folder.id}/au`
    const asked = await client
      .get(`${url}?jour=${dayAgo(7)}`)
      .loginAs(agent)
      .redirects(0)
    asked.assertHeader('location', `${url}/${dayAgo(7)}`)
    const refused = (path: string) => client.get(path).loginAs(agent).accept('json').redirects(0)
    ;(await refused(`${url}/${dayAgo(-3)}`)).assertStatus(422)
    ;(await refused(`${url}?jour=bientôt`)).assertStatus(422)
    await within(async () => setOwnRights(await Node.get(folder.id), [], SYSTEM))
    ;(await refused(`${url}/${dayAgo(7)}`)).assertStatus(404)
    assert.isNotNull(document)
  })
})
