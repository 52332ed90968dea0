import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

/** Two folders and the trash of Kervalan, each with something in it; somebody who keeps views alone. */
async function scene() {
  const { id: tenantId } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  const { folders } = await within(async () => {
    const both = [await aFolder('Voirie'), await aFolder('Eaux')]
    for (const folder of both) await aDocument('Plan.txt', folder)
    await discard(await Node.get((await aDocument('Vieux.txt', both[0])).id), SYSTEM)
    return { folders: both }
  })
  const base = '/c/kervalan/ged'
  return {
    folders: folders.map(({ id }) => `${base}/dossiers/${id}`),
    ...{ trash: `${base}/corbeille`, space: `${base}/espaces/commun` },
    agent: await person(`Vues ${uuidv7()}`, { kervalan: ['agent'] }),
    other: await person(`Autres ${uuidv7()}`, { kervalan: ['agent'] }),
  }
}

test.group('A view of documents', () => {
  test('is kept in one folder, found in another, and forgotten by her alone', async ({
    client,
    assert,
  }) => {
    const { folders, agent, other } = await scene()
    const name = `Plans ${uuidv7()}`
    const keeps = client.post(`${folders[0]}/vues`).loginAs(agent).withCsrfToken().redirects(0)
    const kept = await keeps.form({ nom: name, filtre: 'nom=plan&tri=-nom' })
    kept.assertHeader('location', `${folders[0]}?nom=plan&tri=-nom`)
    const there = (await client.get(folders[1]).loginAs(agent)).text()
    const [, id] = new RegExp(`${folders[1]}/vues/([0-9a-f-]{36})`).exec(there)!
    assert.include(there, name)
    assert.include(there, `${folders[1]}?nom=plan&amp;tri=-nom`)
    assert.notInclude((await client.get(folders[1]).loginAs(other)).text(), name)
    const forgets = (who: typeof agent) =>
      client.delete(`${folders[1]}/vues/${id}`).loginAs(who).withCsrfToken().redirects(0)
    ;(await forgets(other)).assertStatus(404)
    ;(await forgets(agent)).assertStatus(302)
    assert.notInclude((await client.get(folders[0]).loginAs(agent)).text(), name)
  })

  test('is kept of the root of a space and of the trash as well', async ({ client, assert }) => {
    const { space, trash, agent } = await scene()
    for (const [base, filter] of [
      [space, 'sorte=document'],
      [trash, 'nom=vieux'],
    ]) {
      const name = `Vue ${uuidv7()}`
      const sent = client.post(`${base}/vues`).loginAs(agent).withCsrfToken().redirects(0)
      ;(await sent.form({ nom: name, filtre: filter })).assertStatus(302)
      const shown = (await client.get(base).loginAs(agent)).text()
      assert.include(shown, name)
      assert.include(shown, `${base}?${filter}`)
    }
  })
})
