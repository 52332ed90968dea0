import { test } from '@japa/runner'
import Node from '#app/ged/nodes/node'
import { purge } from '#app/ged/nodes/trash'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { documents } from '#kernel/documents'
import Version from '#app/ged/nodes/version'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { aDocument, aFolder } from './support/documents.js'

const BASE = '/c/kervalan/ged'

/** An agent, a reader, and something for them in the common space. */
async function scene() {
  const { id: tenantId } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  const made = await within(async () => {
    await commonSpace()
    const folder = await aFolder('Voirie')
    return { folder, document: await aDocument('Arrêté 117.txt', folder) }
  })
  return {
    within,
    ...made,
    agent: await person('Maëlle Le Goff', { kervalan: ['agent'] }),
    reader: await person('Gaël Riou', { kervalan: ['reader'] }),
    administrator: await person('Nolwenn Caradec', { kervalan: ['administrator'] }),
  }
}

test.group('Working in a folder', () => {
  test('an agent drops several files, which are then read there', async ({ client, assert }) => {
    const { agent, folder, within } = await scene()
    const dropped = await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'Arrêté 117.txt' })
      .file('files[]', Buffer.from('deux'), { filename: 'Plan.txt' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    dropped.assertStatus(302)
    const names = (await within(() => Node.at(folder.within))).map(({ name }) => name)
    assert.sameMembers(names, ['Arrêté 117.txt', 'Arrêté 117 (2).txt', 'Plan.txt'])
    const page = await client.get(`${BASE}/dossiers/${folder.id}`).loginAs(agent)
    page.assertTextIncludes('Plan.txt')
  })

  test('a document bears its versions, and each is read', async ({ client, assert }) => {
    const { agent, document } = await scene()
    const added = await client
      .post(`${BASE}/documents/${document.id}/versions`)
      .field('major', 'true')
      .file('file', Buffer.from('corrigé'), { filename: 'b.txt' })
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    added.assertStatus(302)
    const page = await client.get(`${BASE}/documents/${document.id}`).loginAs(agent)
    page.assertTextIncludes('Version 2.0')
    const last = await client.get(`${BASE}/documents/${document.id}/fichier`).loginAs(agent)
    assert.equal(last.text(), 'corrigé')
    const first = await client
      .get(`${BASE}/documents/${document.id}/fichier?version=1.0`)
      .loginAs(agent)
    assert.match(first.text(), /^texte /)
  })

  test('a name that differs by its case alone is taken, and no letter is lost', async ({
    client,
    assert,
  }) => {
    const { agent, folder, document, within } = await scene()
    await within(() => aDocument('Plan.odt', folder))
    const renaming = (name: string) =>
      client
        .put(`${BASE}/elements/${document.id}/nom`)
        .json({ name })
        .accept('json')
        .loginAs(agent)
        .withCsrfToken()
        .redirects(0)
    for (const name of ['PLAN.ODT', 'note.', 'a/b', '']) {
      assert.include([409, 422], (await renaming(name)).status(), name)
    }
    assert.isBelow((await renaming('Délib.txt')).status(), 400)
    const { name } = await within(() => Node.get(document.id))
    assert.equal(name, 'Délib.txt')
  })

  test('a folder never goes into one of its own', async ({ client, assert }) => {
    const { agent, folder, within } = await scene()
    await within(() => Node.openFolder(folder.within, '2026', { kind: 'system' }))
    const moved = await client
      .put(`${BASE}/elements/${folder.id}/place`)
      .json({ path: `${folder.name}/2026` })
      .accept('json')
      .loginAs(agent)
      .withCsrfToken()
    assert.equal(moved.status(), 409)
  })

  test('what is thrown away is put back with all it held, within thirty days', async ({
    client,
    assert,
  }) => {
    const { agent, folder, document, within } = await scene()
    const bin = `${BASE}/elements/${folder.id}/corbeille`
    await client.post(bin).loginAs(agent).withCsrfToken().redirects(0)
    const gone = await client.get(`${BASE}/documents/${document.id}`).loginAs(agent)
    gone.assertStatus(404)
    const listed = await client.get(`${BASE}/corbeille`).loginAs(agent)
    listed.assertTextIncludes(folder.name)
    await client.delete(bin).loginAs(agent).withCsrfToken().redirects(0)
    const back = await client.get(`${BASE}/documents/${document.id}`).loginAs(agent)
    back.assertStatus(200)
    assert.equal(await within(() => purge()), 0)
  })

  test('after thirty days its rows and its bytes are gone', async ({ assert }) => {
    const { document, within } = await scene()
    const { documentId } = await within(() => Version.lastOf(document.id))
    await within(async () => {
      await tenancy
        .trx()
        .from('ged.nodes')
        .where({ tenant_id: tenancy.tenantId(), id: document.id })
        .update({ deleted_at: '2026-01-01', deleted_with: document.id })
      while ((await purge()) > 0);
    })
    await assert.rejects(() => within(() => Node.get(document.id)))
    await assert.rejects(() => within(() => documents.find(documentId)))
  })
})

test.group('Who may do what in a folder', () => {
  test('a reader reads, and changes nothing', async ({ client }) => {
    const { reader, document } = await scene()
    const page = await client.get(`${BASE}/documents/${document.id}`).loginAs(reader)
    page.assertStatus(200)
    const refused = await client
      .put(`${BASE}/elements/${document.id}/nom`)
      .json({ name: 'x.txt' })
      .accept('json')
      .loginAs(reader)
      .withCsrfToken()
    refused.assertStatus(403)
  })

  test('a folder with rights of its own is not there for the others', async ({ client }) => {
    const { reader, administrator, folder, document } = await scene()
    const rights = `${BASE}/dossiers/${folder.id}/droits`
    const broken = await client
      .put(rights)
      .form({ 'roles[agent]': 'editor', 'roles[reader]': 'none' })
      .loginAs(administrator)
      .withCsrfToken()
      .redirects(0)
    broken.assertStatus(302)
    const shut = await client.get(`${BASE}/documents/${document.id}`).loginAs(reader)
    shut.assertStatus(404)
    const page = await client.get(`${BASE}/dossiers/${folder.id}`).loginAs(administrator)
    page.assertTextIncludes('ses propres droits')
    await client
      .put(rights)
      .form({ inherits: 'true' })
      .loginAs(administrator)
      .withCsrfToken()
      .redirects(0)
    const open = await client.get(`${BASE}/documents/${document.id}`).loginAs(reader)
    open.assertStatus(200)
  })

  test('the space of a person is hers alone', async ({ client, assert }) => {
    const { agent, administrator } = await scene()
    const own = await client.get(BASE).loginAs(agent)
    own.assertTextIncludes('Mon espace')
    const slug = `perso-${agent.id}`
    assert.equal((await client.get(`${BASE}/espaces/${slug}`).loginAs(agent)).status(), 200)
    assert.equal((await client.get(`${BASE}/espaces/${slug}`).loginAs(administrator)).status(), 404)
  })
})
