import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { checkDecp } from '#lib/decp/check_decp'
import { depositOf } from '#rooms/archiving'
import { isFiled } from '#tests/ged/support/filed'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, sent } from './bidders.js'
import { deposited, gives, isAwarded, OFFER, opens } from './gestures.js'
import { consultation, drafted, market, published, typed, type Market } from './room.js'

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
    await isAwarded(client, town, id, [
      { pli: again.pli, amount: '84000' },
      { pli: plis[2].id, amount: '79000.50' },
    ])
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
    // Others of this base were notified on the days of their own clocks
    const today = LocalDate.parse(`${year}-12-31`)
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
    await runDueJobs(town.tenant.id, 'ged.file_dossier')
    const { path } = await isFiled(town.tenant.id, { room: 'procurement', id }, assert)
    assert.match(path!, /^Marchés publics\/\d{4}\/.*Réfection de la cour/)
  })

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
