import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { canonicalJson } from '#lib/json/canonical'
import { readBundle, type SealerBundle } from '#app/procurement/sealer/bundle'
import Pli from '#app/procurement/deposit/pli'
import { noteServed, servedNow } from '#app/procurement/sealer/sealer'
import { bidder, onlineConsultation } from './bidders.js'
import { deposited } from './gestures.js'
import { market, type Market } from './room.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const LOG = '/p/kervalan/marches/journal-du-scelleur'

test.group('What the page of deposit was made of', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const bundle = (script: string): SealerBundle => {
    const files = [{ name: 'assets/app.js', sha256: sha256(script) }]
    return { files, digest: sha256(canonicalJson(files)) }
  }
  const served = (one: SealerBundle | null) => tenancy.run(town.tenant.id, () => noteServed(one))
  const entries = () =>
    tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ tenant_id: town.tenant.id, type: 'procurement.sealer_served' })
        .orderBy('position')
    )

  test('is every script of the build and the offline sealer, by digests that anybody can make again', async ({
    assert,
    cleanup,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'built-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    assert.isNull(await readBundle(folder))
    mkdirSync(join(folder, 'assets/.vite'), { recursive: true })
    const written = { 'assets/b.js': 'seal()', 'assets/a.js': 'run()', 'halle-sceller.html': '<p>' }
    for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, name), text)
    const manifest = { one: { file: 'b.js' }, two: { file: 'a.js' }, css: { file: 'app.css' } }
    writeFileSync(join(folder, 'assets/.vite/manifest.json'), JSON.stringify(manifest))
    const read = await readBundle(folder)
    assert.deepEqual(read!.files, [
      { name: 'assets/a.js', sha256: sha256('run()') },
      { name: 'assets/b.js', sha256: sha256('seal()') },
      { name: 'halle-sceller.html', sha256: sha256('<p>') },
    ])
    assert.equal(read!.digest, sha256(canonicalJson(read!.files)))
    writeFileSync(join(folder, 'assets/b.js'), 'steal()')
    assert.notEqual((await readBundle(folder))!.digest, read!.digest)
  })

  test('is told to everybody with its dates, and written once in the journal', async ({
    client,
    assert,
  }) => {
    const [first, second] = [bundle('seal()'), bundle('seal(); more()')]
    await served(null)
    const before = await entries()
    clock.freeze('2030-01-01T08:00:00Z')
    await served(first)
    await served(first)
    clock.freeze('2030-01-03T08:00:00Z')
    await served(second)
    const written = (await entries()).slice(before.length)
    assert.deepEqual(
      written.map(({ data }: any) => data.digest),
      [first.digest, second.digest]
    )
    const page = await client.get(LOG)
    page.assertStatus(200)
    for (const { digest } of [first, second]) page.assertTextIncludes(digest)
    page.assertTextIncludes('ne prouve pas que ces scripts sont bons')
    const { items } = (await client.get(`${LOG}.json`)).body()
    const told = items.find((one: any) => one.digest === first.digest)
    assert.equal(told.firstServedAt, '2030-01-01T08:00:00.000Z')
    assert.deepEqual(told.files, first.files)
    assert.equal(sha256(canonicalJson(told.files)), told.digest)
  })

  test('stands beside the receipt of a pli that a page sent, whose fields stay those of the contract', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Comparée')
    await deposited(client, her, id)
    const now = await servedNow()
    const kept = await tenancy.run(town.tenant.id, () =>
      Pli.query().where('consultationId', id).firstOrFail()
    )
    assert.equal(kept.sealer, now)
    assert.notProperty(kept.receipt!, 'sealer')
    const { digest } = bundle('seal()')
    await tenancy.run(town.tenant.id, () => kept.merge({ sealer: digest }).save())
    const page = await client.get(`/moi/marches/kervalan/${id}`).withSession(her.session)
    page.assertStatus(200)
    page.assertTextIncludes(digest)
    page.assertTextIncludes(LOG)
  })
})
