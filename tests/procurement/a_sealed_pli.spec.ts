import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import Pli from '#app/procurement/deposit/pli'
import { openPli } from '#app/procurement/jobs/open_pli'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, sent } from './bidders.js'
import { deposited, gives, OFFER, opens } from './gestures.js'
import { consultation, market, published, type Market } from './room.js'

test.group('A pli', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('is counted and read by nobody before the hour: neither buyer nor holder', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const { pli } = await deposited(client, await bidder('Discret'), id)
    const page = `/c/kervalan/marches/${id}`
    const doors = [`${page}/plis`, `${page}/plis/${pli}/pli.zip`, `${page}/ouverture/parts`]
    for (const who of [town.agent, town.holders[0].user])
      for (const door of doors) {
        const response = await client.get(door).loginAs(who).accept('json')
        assert.include([403, 404], response.status(), door)
      }
    for (const shown of [page, `${page}/ouverture`]) {
      const response = await client.get(shown).loginAs(town.agent)
      assert.notInclude(response.text(), 'DISCRET')
      assert.notInclude(response.text(), pli)
    }
    const journal = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx.from('kernel.journal_entries').where({ tenant_id: town.tenant.id, subject_id: pli })
    )
    assert.lengthOf(journal, 0)
  })

  test('does not open to all that the server knows and one holder fewer than it takes', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const { pli } = await deposited(client, await bidder('Scellé'), id)
    const { deadline } = await consultation(town, id)
    // The hour passes, so that the doors open: the keys alone keep it shut
    clock.freeze(deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 1, id)
    await tenancy.run(town.tenant.id, () => openPli.enqueue({ pliId: pli }))
    await runDueJobs(town.tenant.id)
    const { state, refusal, files } = await tenancy.run(town.tenant.id, async ({ trx }) => {
      const { state: now, refusal: why } = await Pli.get(pli)
      const found = await trx.from('procurement.pli_files').where({ pli_id: pli })
      return { state: now, refusal: why, files: found }
    })
    assert.equal(state, 'unreadable')
    assert.include(refusal!, 'ne s’ouvrent pas')
    assert.lengthOf(files, 0)
    // Whoever holds every secret of the server reads the bytes of its documents, and no name in them
    const bytes = await tenancy.run(town.tenant.id, async ({ trx }) => {
      const rows = await trx.from('procurement.pli_pieces').where({ pli_id: pli })
      const read = []
      for (const { document_id: one } of rows) read.push(await documents.read(one))
      return read
    })
    assert.notInclude(Buffer.concat(bytes).toString('latin1'), 'cent mille')
    // Another holder comes, and it opens
    await gives(client, town, 2, id)
    await tenancy.run(town.tenant.id, () => openPli.enqueue({ pliId: pli }))
    await runDueJobs(town.tenant.id)
    const { state: then } = await tenancy.run(town.tenant.id, () => Pli.get(pli))
    assert.equal(then, 'opened')
  })

  test('takes each piece once, and refuses other bytes under its name', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const her = await bidder('Morceaux')
    const { send, seal, pieces, base, pli } = await sent(client, her, id, OFFER)
    const [piece] = pieces
    ;(await send({ ...piece, bytes: Buffer.from('autre chose, abîmée') })).assertStatus(400)
    ;(await send(piece)).assertStatus(201)
    ;(await send(piece)).assertStatus(200)
    ;(await send({ ...piece, bytes: Buffer.from('autre chose, abîmée') })).assertStatus(409)
    const missing = await seal()
    missing.assertStatus(422)
    assert.include(missing.body().title, 'manque')
    const held = await client.get(`${base}/plis/${pli}`).withSession(her.session).accept('json')
    assert.deepEqual(held.body().pieces, [piece.sha256])
    for (const one of pieces.slice(1)) await send(one)
    const [first, second] = [await seal(), await seal()]
    assert.deepEqual([first.status(), second.status()], [201, 200])
    assert.deepEqual(first.body(), second.body())
    ;(await send(piece)).assertStatus(409)
  })

  test('belongs to who began it: another company neither reads nor deposits it', async ({
    client,
  }) => {
    const id = await published(client, town)
    const { base, pli, pieces, manifest } = await sent(client, await bidder('Elle'), id, OFFER)
    const { session } = await bidder('Autre')
    ;(await client.get(`${base}/plis/${pli}`).withSession(session).accept('json')).assertStatus(404)
    const sealing = await client
      .post(`${base}/plis/${pli}/scellement`)
      .withSession(session)
      .withCsrfToken()
      .accept('json')
      .json({ manifest })
    sealing.assertStatus(404)
    const putting = client
      .put(`${base}/plis/${pli}/morceaux/${pieces[0].sha256}`)
      .withSession(session)
      .withCsrfToken()
      .accept('json')
    putting.request.type('application/octet-stream').send(pieces[0].bytes as never)
    ;(await putting).assertStatus(404)
  })

  test('of another consultation is refused in words', async ({ client, assert }) => {
    const [id, twin] = [await published(client, town), await published(client, town)]
    const her = await bidder('Tiroir')
    const wrong = await sent(client, her, twin, OFFER)
    const { base, pli } = await sent(client, her, id, OFFER)
    const sealing = await client
      .post(`${base}/plis/${pli}/scellement`)
      .withSession(her.session)
      .withCsrfToken()
      .accept('json')
      .json({ manifest: wrong.manifest })
    sealing.assertStatus(422)
    assert.include(sealing.body().title, 'répond à une autre consultation')
  })
})
