import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { fileDocument } from '#app/ged/nodes/file_document'
import Node, { type Place } from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import { rootOf } from '#app/ged/spaces/root_of'
import { personalSpace } from '#app/ged/spaces/usual_spaces'
import { zipPaths } from '#app/ged/export/zip_paths'
import { cookieOf } from '#tests/helpers/streams'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'

const BASE = '/c/kervalan/ged'
const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

/** Somebody with papers of her own: one at the root, one in a folder, a folder with nothing, one thrown away. */
async function scene() {
  const { id: tenantId } = await place('kervalan')
  const owner = await person('Alwena Tanguy', { kervalan: ['agent'] })
  const space = await tenancy.run(tenantId, async () => {
    const own = await personalSpace(owner.id)
    const root = await rootOf(own.id)
    const at = async (where: Place, name: string, text: string) => {
      const file = await documents.store(Buffer.from(text), { name })
      const nothing = { typeId: null, fields: {}, date: null, rule: null, finalAction: null }
      const told = { title: name, ...nothing, retentionFrom: null }
      return fileDocument(where, { name, told, file, by: SYSTEM })
    }
    const folder = await Node.openFolder(root, 'Été : congés', SYSTEM)
    await Node.openFolder(root, 'Vide', SYSTEM)
    await at(root, 'Note d’œuvre.txt', 'une note')
    await at(folder.within, 'demande.txt', 'du 3 au 14 août')
    await discard(await at(root, 'jetée.txt', 'rien'), SYSTEM)
    return own
  })
  const asks = async (user: User, slug = space.slug) =>
    fetch(`${HOST()}${BASE}/espaces/${slug}/export`, {
      headers: { cookie: await cookieOf(user), accept: 'text/html' },
    })
  return { owner, space, asks }
}

test.group('Taking a personal space away', () => {
  test('gives its tree, what is told of each document, and sums that hold', async ({ assert }) => {
    const { owner, asks } = await scene()
    const answer = await asks(owner)
    assert.equal(answer.headers.get('content-type'), 'application/zip')
    const folder = mkdtempSync(join(tmpdir(), 'espace-'))
    writeFileSync(join(folder, 'tout.zip'), Buffer.from(await answer.arrayBuffer()))
    execFileSync('unzip', ['-q', join(folder, 'tout.zip'), '-d', folder])
    const own = join(folder, `perso-${owner.id}`)
    assert.equal(readFileSync(join(own, 'Note d’œuvre.txt'), 'utf8'), 'une note')
    assert.equal(readFileSync(join(own, 'Été   congés', 'demande.txt'), 'utf8'), 'du 3 au 14 août')
    assert.isTrue(statSync(join(own, 'Vide')).isDirectory())
    const sums = execFileSync('sha512sum', ['-c', 'SHA512SUMS'], { cwd: folder, encoding: 'utf8' })
    assert.lengthOf(
      sums.trim().split('\n'),
      3,
      'two documents and metadata.csv, nothing of the trash'
    )
    const told = readFileSync(join(folder, 'metadata.csv'), 'utf8')
    assert.include(told, 'Note d’œuvre.txt')
    assert.notInclude(told, '0000000000000000')
  })

  test('is for its person alone, an administrator included, and for no other space', async ({
    client,
    assert,
  }) => {
    const { owner, space, asks } = await scene()
    const administrator = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    assert.equal((await asks(administrator)).status, 404)
    assert.equal((await asks(owner, 'commun')).status, 404)
    const own = await client.get(`${BASE}/espaces/${space.slug}`).loginAs(owner)
    own.assertTextIncludes(`href="${BASE}/espaces/${space.slug}/export"`)
    const common = await client.get(`${BASE}/espaces/commun`).loginAs(owner)
    assert.notInclude(common.text(), '/export"')
    const taken = async (user: User) =>
      Program.bearing(await tokenOf(user, 'kervalan')).get('/api/v1/ged/espace-personnel/export')
    assert.include((await taken(owner)).text, 'demande.txt')
    assert.notInclude((await taken(administrator)).text, 'demande.txt')
  })

  test('keeps two names apart that an archive would make one', ({ assert }) => {
    const ways = [
      ['a', 'b:c.txt'],
      ['a', 'B c.txt'],
      ['d', 'b c.txt'],
    ]
    assert.deepEqual(zipPaths(ways), ['a/b c.txt', 'a/2-B c.txt', 'd/b c.txt'])
  })
})
