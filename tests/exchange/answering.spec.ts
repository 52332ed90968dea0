import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { ownSealKeys } from '#kernel/journal/seal_key'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { writeSealKeys } from '#lib/proof'
import { endExchanges } from '#app/exchange/jobs/end_exchanges'
import { seedDemo } from '#app/exchange/demo'
import Exchange from '#app/exchange/models/exchange'
import ExchangeFile from '#app/exchange/models/exchange_file'
import Recipient from '#app/exchange/models/recipient'
import { gatedAuthority } from '#tests/helpers/gated_authority'
import { runDueJobs } from '#tests/helpers/jobs'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { run } from '#tests/helpers/tools'
import { lay } from '#tests/helpers/visitor'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'
import { comeIn, exchanged } from './scene.js'

type Scene = Awaited<ReturnType<typeof exchanged>>

/** Takes all that was sent, as she does who presses each link. */
async function takeAll({ within, guest, page, id }: Scene) {
  for (const file of await within(() => ExchangeFile.sentIn(id)))
    await guest.call(`${page}/fichiers/${file.id}`)
}

/** Opens the way of her files, and gives its door. */
async function doorFor({ guest, page }: Scene): Promise<string> {
  await guest.send(page, `${page}/depot`)
  return /data-drop-door="([^"]+)"/.exec((await guest.call(page)).text)![1]
}

async function answer(scene: Scene, name: string) {
  const { guest, page } = scene
  await lay(guest, await doorFor(scene), name, Buffer.from(`contenu de ${name}`))
  await guest.send(page, `${page}/fin`)
}

/** The receipt of the recipient, in a folder of its own. */
async function receiptOf({ within, recipient }: Scene, cleanup: (undo: () => void) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'halle-receipt-'))
  cleanup(() => rmSync(folder, { recursive: true }))
  const zip = await within(async () => {
    const { receiptDocumentId } = await Recipient.hold(recipient.id)
    return documents.read(receiptDocumentId!)
  })
  writeFileSync(join(folder, 'r.zip'), zip)
  run('unzip', ['-q', join(folder, 'r.zip'), '-d', folder])
  return { folder, text: readFileSync(join(folder, 'recepisse.txt'), 'utf8') }
}

const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

test.group('A reply with files', (group) => {
  let anchors: string
  group.setup(async () => {
    anchors = await withTimeAuthority()
  })

  test('after the delivery has a receipt of its own, and our verifier judges both', async ({
    assert,
    cleanup,
  }) => {
    const scene = await exchanged({ replies: true }, '203.0.113.47')
    await comeIn(scene)
    await takeAll(scene)
    await runDueJobs(scene.tenantId)
    const before = await receiptOf(scene, cleanup)
    assert.include(before.text, 'REMIS AU DESTINATAIRE')
    assert.notInclude(before.text, 'DÉPOSÉ')
    await answer(scene, 'oui.txt')
    await runDueJobs(scene.tenantId)
    const after = await receiptOf(scene, cleanup)
    assert.include(after.text, 'REMIS AU DESTINATAIRE')
    assert.include(after.text, 'oui.txt')
    assert.include((await scene.guest.call(scene.page)).text, 'Télécharger le récépissé')
    const key = join(after.folder, 'cle.pem')
    writeFileSync(key, writeSealKeys(await ownSealKeys()))
    const verify = ({ folder }: typeof after) =>
      run(process.execPath, [
        ...BY_OUR_LOADER,
        'bin/verify.ts',
        ...[join(folder, 'proof.json'), '--key', key, '--anchors', anchors],
      ])
    for (const receipt of [before, after]) {
      const judged = verify(receipt)
      assert.equal(judged.status, 0, judged.output)
    }
    writeFileSync(join(after.folder, 'recepisse.txt'), before.text)
    assert.notEqual(verify(after).status, 0, 'another text is no receipt')
  })

  test('that ends while the receipt of the delivery is sealed is told by the one that stays', async ({
    assert,
    cleanup,
  }) => {
    const scene = await exchanged({ replies: true }, '203.0.113.48')
    await comeIn(scene)
    await takeAll(scene)
    await gatedAuthority(cleanup, async (request) => {
      if (request === 1) await answer(scene, 'pendant.txt')
    })
    await runDueJobs(scene.tenantId)
    assert.include((await receiptOf(scene, cleanup)).text, 'pendant.txt')
  })

  test('before all was taken is told with the rest by the receipt that the last file brings', async ({
    assert,
    cleanup,
  }) => {
    const scene = await exchanged({ replies: true }, '203.0.113.49')
    await comeIn(scene)
    await answer(scene, 'avant.txt')
    await runDueJobs(scene.tenantId)
    assert.notInclude((await receiptOf(scene, cleanup)).text, 'REMIS')
    await takeAll(scene)
    await runDueJobs(scene.tenantId)
    const { text } = await receiptOf(scene, cleanup)
    assert.include(text, 'REMIS AU DESTINATAIRE')
    assert.include(text, 'avant.txt')
  })

  test('comes with its form where no script runs, unless a browser was to encrypt it', async ({
    assert,
  }) => {
    const post = async (scene: Scene) => {
      const { guest, page } = scene
      const [, token] = /name='_csrf' value='([^']+)'/.exec((await guest.call(page)).text)!
      const form = new FormData()
      form.set('_csrf', token)
      form.set('files', new Blob(['sans script']), 'sans.txt')
      return guest.call(`${page}/fin`, {
        method: 'POST',
        body: form,
        headers: { referer: HOST() + page },
      })
    }
    const names = ({ within, id }: Scene) =>
      within(async () => (await ExchangeFile.query().where('exchange_id', id)).map((f) => f.name))
    const plain = await exchanged({ replies: true }, '203.0.113.50')
    await comeIn(plain)
    await post(plain)
    assert.sameMembers(await names(plain), ['plan.txt', 'sans.txt'])
    const sealed = await exchanged({ replies: true, sealed: true }, '203.0.113.51')
    await comeIn(sealed)
    await doorFor(sealed)
    await post(sealed)
    assert.include((await sealed.guest.call(sealed.page)).text, 'dont les scripts sont arrêtés')
    assert.deepEqual(await names(sealed), ['plan.txt'])
  })
})

test.group('An exchange and its member', () => {
  test('open to no neighbour, and no more to who has left', async ({ client, assert }) => {
    const { tenantId, tenant, id, within } = await exchanged({}, '203.0.113.52')
    const left = await person('Maëlle Le Goff', { landreval: ['administrator'] })
    const place = await within(() =>
      Membership.create({ userId: left.id, roles: ['agent'], state: 'active' })
    )
    const [file] = await within(() => ExchangeFile.sentIn(id))
    const base = `/c/${tenant.slug}/echanges`
    const paths = [base, `${base}/${id}`, `${base}/${id}/fichiers/${file.id}`]
    const statuses = async (who: typeof left) => {
      const all = []
      for (const path of paths)
        all.push((await client.get(path).accept('json').loginAs(who)).status())
      return all
    }
    assert.deepEqual(await statuses(left), [200, 200, 200])
    await tenancy.run(tenantId, () => place.merge({ state: 'suspended' }).save())
    assert.deepEqual(await statuses(left), [404, 404, 404])
    const guest = await person('Gaël Riou', { landreval: ['administrator'] })
    assert.deepEqual(await statuses(guest), [404, 404, 404])
  })

  test('are two in the demonstration, made once, of which one waits to be taken', async ({
    assert,
  }) => {
    const tenant = (await tenants.byId(await placeApart()))!
    const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
    assert.deepEqual(await seedDemo(tenant), [], 'nobody works there')
    const agent = await person('Maëlle Le Goff', {})
    await within(() => Membership.create({ userId: agent.id, roles: ['agent'], state: 'active' }))
    assert.lengthOf(await seedDemo(tenant), 1)
    assert.deepEqual(await seedDemo(tenant), [])
    const made = await within(() => Exchange.query().orderBy('id'))
    assert.deepEqual(
      made.map(({ kind, state }) => `${kind} ${state}`),
      ['send open', 'ask open']
    )
    assert.lengthOf(await within(() => ExchangeFile.sentIn(made[0].id)), 1)
  })

  test('end by the job of each hour: shut at its day, forgotten a month after', async ({
    assert,
  }) => {
    const scene = await exchanged({ kind: 'ask' }, '203.0.113.53')
    const { tenantId, within, guest, id } = scene
    await comeIn(scene)
    const door = await doorFor(scene)
    assert.equal(await lay(guest, door, 'releve.txt', Buffer.from('un relevé')), 201)
    const passes = async (change: Partial<Exchange>) => {
      await within(async () => (await Exchange.hold(id)).merge(change).save())
      await within(() => endExchanges.enqueue({}, { dedupeKey: 'exchange.end' }))
      await runDueJobs(tenantId)
      return within(async () => ({
        state: (await Exchange.get(id)).state,
        files: await ExchangeFile.query().where('exchange_id', id),
      }))
    }
    assert.equal((await passes({})).state, 'open', 'its day has not come')
    const shut = await passes({ expiresAt: clock.now().minus({ minutes: 1 }) })
    assert.equal(shut.state, 'expired')
    assert.isNotNull(shut.files[0].documentId)
    assert.equal(await lay(guest, door, 'tard.txt', Buffer.from('tard')), 404)
    const kept = await passes({ endedAt: clock.now().minus({ days: 29 }) })
    assert.equal(kept.state, 'expired')
    const gone = await passes({ endedAt: clock.now().minus({ days: 31 }) })
    assert.equal(gone.state, 'purged')
    const [{ documentId, name }] = gone.files
    assert.deepEqual([documentId, name], [null, 'releve.txt'])
    await assert.rejects(() => within(() => documents.read(kept.files[0].documentId!)))
  })
})
