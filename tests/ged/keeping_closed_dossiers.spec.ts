import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { FolderClosed } from '#app/ged/errors'
import { addVersion, fileDocument } from '#app/ged/nodes/file_document'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { rootOf } from '#app/ged/spaces/root_of'
import { shareSpace } from '#app/ged/sharing/share_space'
import { SYSTEM } from '#kernel/actor'
import { person, place } from '#tests/world/world'
import { importInto } from './support/commands.js'
import { byCmis, byPages, byProgram, byWebdav, type Gestures } from './support/changing_gestures.js'
import { aDocument } from './support/documents.js'
import { aFiledActe } from './support/filed.js'
import { folderOf } from './support/folders.js'

const BASE = '/c/kervalan/ged'

/** A page without the spaces that do not break. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** A closed acte, and a document that stands elsewhere; all that tries to change the first. */
async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const { filed, elsewhere } = await within(async () => ({
    filed: await aFiledActe(`Acte clos ${uuidv7().slice(-12)}`),
    elsewhere: await aDocument('Ailleurs.txt'),
  }))
  const manager = await person('Nolwenn Caradec', { kervalan: ['administrator', 'agent'] })
  return { tenant, within, filed, elsewhere, manager }
}

test.group('A closed dossier that is filed', () => {
  test('is changed by no door, whoever knocks', async ({ client, assert }) => {
    const { tenant, filed, manager, within } = await scene()
    const stood = () =>
      within(async () => {
        const at = { spaceId: filed.node.spaceId }
        const nodes = await Node.query().where('space_id', at.spaceId).orderBy('id')
        const told = nodes.map(({ id, name, title, parentId, deletedAt }) =>
          [id, name, title, parentId, deletedAt?.toISO()].join(' ')
        )
        return [...told, (await Version.lastOf(filed.node.id)).label]
      })
    const before = await stood()
    const doors: Record<string, Gestures> = {
      pages: byPages(client, manager, filed),
      webdav: await byWebdav(manager, filed),
      cmis: await byCmis(manager, filed),
      program: await byProgram(manager, filed),
    }
    const passed = []
    for (const [door, gestures] of Object.entries(doors)) {
      for (const [name, does] of Object.entries(gestures)) {
        const status = await does()
        if (status !== 403) passed.push(`${door}, ${name}: ${status}`)
      }
    }
    assert.deepEqual(passed, [])
    assert.deepEqual(await stood(), before)
    const source = await folderOf({ 'tard.txt': 'trop tard' })
    const { status } = await importInto(tenant, source, '--space', filed.slug)
    assert.notEqual(status, 0)
    assert.deepEqual(await stood(), before)
  })

  test('is changed by nothing that asks for no right', async ({ assert }) => {
    const { filed, elsewhere, within } = await scene()
    const file = await within(() => Version.lastOf(elsewhere.id))
    const kept = { id: file.documentId, sha256: file.digest, size: Number(file.size) }
    const told = { title: 'x', typeId: null, fields: {}, date: null, rule: null }
    const how = { told: { ...told, finalAction: null, retentionFrom: null }, by: SYSTEM }
    const guest = await place('tregoat')
    const tries: Record<string, () => Promise<unknown>> = {
      file: async () =>
        fileDocument(await rootOf(filed.node.spaceId), {
          ...how,
          ...{ name: 'x.txt', file: { ...kept, mediaType: 'text/plain' } },
        }),
      version: () =>
        addVersion(filed.node.id, { ...kept, mediaType: 'text/plain' }, { by: SYSTEM }),
      share: () => shareSpace({ slug: filed.slug, guestId: guest.id, level: 'reader' }),
    }
    for (const [name, attempt] of Object.entries(tries)) {
      const fault = await within(attempt).catch((error) => error)
      assert.instanceOf(fault, FolderClosed, name)
    }
  })

  test('says to whom it belongs, with the way there, and may be spoken of', async ({
    client,
    assert,
  }) => {
    const { filed, manager } = await scene()
    for (const page of [`documents/${filed.node.id}`, `dossiers/${filed.folder.id}`]) {
      const shown = await client.get(`${BASE}/${page}`).loginAs(manager)
      assert.include(plain(shown.text()), 'appartient à « Actes »')
      shown.assertTextIncludes(`/c/kervalan/actes/${filed.acteId}`)
      for (const words of ['Rouvrir le dossier', 'Renommer', 'Nouvelle version'])
        assert.notInclude(shown.text(), words, page)
    }
    const spaces = await client.get(BASE).loginAs(manager)
    spaces.assertTextIncludes('Dossiers clos')
    spaces.assertTextIncludes('Rangé par les services')
    const root = await client.get(`${BASE}/espaces/${filed.slug}`).loginAs(manager)
    root.assertTextIncludes('vient ici de lui-même')
    assert.include(plain(root.text()), 'Qui lit « Actes »')
    const said = await client
      .post(`${BASE}/documents/${filed.node.id}/commentaires`)
      .form({ body: 'Vu en conseil.' })
      .loginAs(manager)
      .withCsrfToken()
    said.assertTextIncludes('Vu en conseil.')
  })

  test('is no twin of what its room has', async ({ client, assert }) => {
    const { filed, manager, within } = await scene()
    const { elsewhere } = await within(async () => {
      const elsewhere = await aDocument('Double.txt')
      const { documentId, digest, size } = await Version.lastOf(filed.node.id)
      const file = { id: documentId, sha256: digest, size: Number(size), mediaType: 'text/plain' }
      await addVersion(elsewhere.id, file, { by: SYSTEM })
      return { elsewhere }
    })
    const shown = await client.get(`${BASE}/doublons`).loginAs(manager)
    assert.notInclude(shown.text(), `documents/${elsewhere.id}`)
  })
})
