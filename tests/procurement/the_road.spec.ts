import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { checkDecp } from '#lib/decp/check_decp'
import { depositOf } from '#rooms/archiving'
import Pli from '#app/procurement/deposit/pli'
import { openPli } from '#app/procurement/jobs/open_pli'
import { runDueJobs } from '#tests/helpers/jobs'
import {
  bidder,
  consultation,
  drafted,
  market,
  published,
  sent,
  sharesOf,
  signed,
  typed,
  type Bidder,
  type Market,
} from './room.js'
import type { ApiClient } from '@japa/api-client'

const OFFER = { 'candidature': { 'dc1.txt': 'nous' }, 'offre-1': { 'Mémoire.txt': 'cent mille' } }

/** A pli that is wholly deposited. */
async function deposited(client: ApiClient, from: Bidder, id: string, texts = OFFER) {
  const pli = await sent(client, from, id, texts)
  for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(201)
  return { ...pli, answer: await pli.seal() }
}

/** A holder opens her part on her own machine, and gives it. */
async function gives(client: ApiClient, { holders }: Market, which: number, id: string) {
  const holder = holders[which]
  const page = `/c/kervalan/marches/${id}/ouverture/parts`
  const parts = await client.get(page).loginAs(holder.user).accept('json')
  const shares = await sharesOf(parts.body(), holder)
  return client.post(page).loginAs(holder.user).withCsrfToken().accept('json').json({ shares })
}

const opens = (client: ApiClient, { agent }: Market, id: string) =>
  client
    .post(`/c/kervalan/marches/${id}/ouverture`)
    .form({ president: 'Soizic Madec', members: 'Yann Kerbrat' })
    .loginAs(agent)
    .withCsrfToken()
    .redirects(0)

test.group('The road of a consultation', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('leads from a need to the essential data and the archives, through HTTP', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const page = await client.get(`/p/kervalan/marches/${id}`)
    page.assertTextIncludes('Réfection de la cour')
    page.assertTextIncludes((await consultation(town, id)).fingerprint!)
    const [one, other] = [await bidder('Cariou'), await bidder('Pennec')]
    const first = await deposited(client, one, id)
    first.answer.assertStatus(201)
    assert.equal(first.answer.body().digest, first.sealed.digest)
    assert.isFalse(first.answer.body().late)
    const again = await deposited(client, one, id, { ...OFFER, 'offre-1': { 'b.txt': 'mieux' } })
    await deposited(client, other, id)
    const late = await sent(client, await bidder('Retard'), id, OFFER)
    for (const piece of late.pieces) await late.send(piece)
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    const received = await late.seal()
    received.assertStatus(201)
    assert.isTrue(received.body().late)
    ;(await opens(client, town, id)).assertStatus(302)
    await gives(client, town, 0, id)
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
    assert.equal((await consultation(town, id)).state, 'analysis')
    const { plis } = (
      await client.get(`/c/kervalan/marches/${id}/plis`).loginAs(town.agent).accept('json')
    ).body()
    assert.sameDeepMembers(
      plis.map(({ id: pli, state }: any) => [pli, state]),
      [
        [first.pli, 'replaced'],
        [again.pli, 'opened'],
        [plis[2].id, 'opened'],
        [late.pli, 'late'],
      ]
    )
    const [{ id: fileId }] = plis[1].files.filter(({ name }: any) => name === 'b.txt')
    const file = await client
      .get(`/c/kervalan/marches/${id}/plis/${again.pli}/fichiers/${fileId}`)
      .loginAs(town.agent)
    assert.equal(file.text(), 'mieux')
    await awardedTo(client, id, [again.pli, plis[2].id])
    const letter = await client
      .get(`${again.base}/plis/${again.pli}/lettre.pdf`)
      .withSession(one.session)
    letter.assertStatus(200)
    const year = clock.today().year
    const decp = await client.get(`/p/kervalan/marches/decp/${year}/marches.json`)
    const marche = decp
      .body()
      .marches.marche.find(({ titulaires }: any) => titulaires[0].titulaire.id === one.siret)
    assert.equal(marche.offresRecues, 2)
    const xml = await client.get(`/p/kervalan/marches/decp/${year}/marches.xml`)
    const today = LocalDate.parse(clock.today().toString())
    for (const text of [decp.text(), xml.text()]) {
      const found = checkDecp(new TextEncoder().encode(text), today)
      assert.deepEqual(
        found.filter(({ level }) => level === 'error'),
        []
      )
    }
    const deposit = await tenancy.run(town.tenant.id, () =>
      depositOf({ capability: 'procurement', id })
    )
    assert.equal(deposit!.state, 'accepted')
    assert.equal((await consultation(town, id)).state, 'archived')
  })

  async function awardedTo(client: ApiClient, id: string, [best, second]: string[]) {
    const notes = [
      { pli: best, note: '82,5', amount: '84000', reason: 'Un phasage qui suit l’école.' },
      { pli: second, note: '61', amount: '79000.50', reason: 'Un mémoire trop général.' },
    ]
    const proposed = await client
      .post(`/c/kervalan/marches/${id}/attribution`)
      .json({ notes })
      .accept('json')
      .loginAs(town.agent)
      .withCsrfToken()
      .redirects(0)
    proposed.assertStatus(302)
    const { awardFolderId } = await consultation(town, id)
    await signed(town.tenant, id, awardFolderId!)
    await client
      .post(`/c/kervalan/marches/${id}/notification`)
      .loginAs(town.agent)
      .withCsrfToken()
      .redirects(0)
    await runDueJobs(town.tenant.id)
  }

  test('says at their fields all that is wrong with a need, and keeps what was typed', async ({
    client,
  }) => {
    const response = await client
      .post('/c/kervalan/marches')
      .fields({
        ...typed(),
        cpv: '99999999',
        weightPrice: '80',
        weightEnvironment: '0',
        estimate: '9000000',
      })
      .header('referer', '/c/kervalan/marches/nouvelle')
      .loginAs(town.agent)
      .withCsrfToken()
    response.assertTextIncludes('Ce code n’est pas de la nomenclature CPV')
    response.assertTextIncludes('120 sur 100')
    response.assertTextIncludes('R2152-7')
    response.assertTextIncludes('la procédure est formalisée')
    response.assertTextIncludes('Réfection de la cour')
  })

  test('gives the same DCE twice, byte for byte, to nobody in particular', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const [one, other] = [
      await client.get(`/p/kervalan/marches/${id}/dce.zip`),
      await client.get(`/p/kervalan/marches/${id}/dce.zip`),
    ]
    one.assertStatus(200)
    assert.isAbove(one.text().length, 1000)
    assert.equal(one.text(), other.text())
  })

  test('is read by nobody outside before it is signed', async ({ client }) => {
    const id = await drafted(client, town)
    const page = await client.get(`/p/kervalan/marches/${id}`)
    page.assertStatus(404)
  })

  test('does not leave for the parapheur with two holders, and says whom it lacks', async ({
    client,
    assert,
  }) => {
    const id = await drafted(client, town, { threshold: '3' })
    const response = await client
      .post(`/c/kervalan/marches/${id}/publication`)
      .loginAs(town.agent)
      .withCsrfToken()
    response.assertTextIncludes('trois porteurs')
    assert.equal((await consultation(town, id)).state, 'draft')
  })
})

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
