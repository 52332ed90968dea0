import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { openService } from '#app/ged/spaces/usual_spaces'
import { exchangesOf } from '#tests/helpers/exchanges'
import { uuidv7 } from '#lib/values'
import { asking, davScene, HOST } from './support/webdav.js'

const list = (ask: ReturnType<typeof asking>, path: string) =>
  exchangesOf(async () => {
    const { status, text } = await ask('PROPFIND', path, { depth: '1' })
    if (status !== 207) throw new Error(`${status} ${text}`)
  })

test.group('What a listing by WebDAV asks of the base', () => {
  test('is the same for one document and for ten of a folder, locked or not', async ({
    assert,
  }) => {
    const { ask } = await davScene()
    const lock =
      '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    for (const folder of ['/un', '/dix']) await ask('MKCOL', folder)
    await ask('PUT', '/un/0.txt', {}, 'un')
    for (let n = 0; n < 10; n++) await ask('PUT', `/dix/${n}.txt`, {}, `numéro ${n}`)
    await ask('LOCK', '/dix/3.txt', {}, lock)
    assert.lengthOf(await list(ask, '/dix/'), (await list(ask, '/un/')).length)
    const { text } = await ask('PROPFIND', '/dix/', { depth: '1' })
    assert.lengthOf(text.match(/<D:activelock>/g)!, 1)
    assert.lengthOf(text.match(/<D:response>/g)!, 11)
  })

  test('is the same whatever the number of spaces', async ({ assert }) => {
    const { login, tenantId } = await davScene()
    const ask = asking(HOST(), login)
    await list(ask, '/dav/kervalan/') // the password is noted as used
    const before = await list(ask, '/dav/kervalan/')
    for (let n = 0; n < 5; n++)
      await tenancy.run(tenantId, () => openService(`essai-${uuidv7().slice(-12)}`, 'Essais'))
    assert.lengthOf(await list(ask, '/dav/kervalan/'), before.length)
  })

  test('tells a name of signs that XML cannot carry, without them', async ({ assert }) => {
    const { ask, slug, tenantId } = await davScene()
    await ask('PUT', '/a.txt', {}, 'un')
    await tenancy.run(tenantId, () =>
      tenancy
        .trx()
        .from('ged.nodes')
        .where({ tenant_id: tenantId, name: 'a.txt' })
        .whereIn('space_id', tenancy.trx().from('ged.spaces').select('id').where({ slug }))
        .update({ name: 'a\u0001 & <b>.txt' })
    )
    const { text } = await ask('PROPFIND', '/', { depth: '1' })
    assert.include(text, '<D:displayname>a &amp; &lt;b&gt;.txt</D:displayname>')
  })
})
