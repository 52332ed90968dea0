import { test } from '@japa/runner'
import { approveAttachment, askAttachment } from '#app/outsiders/organisations/ask'
import Establishment from '#app/outsiders/organisations/establishment'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import Lot from '#app/procurement/lots/lot'
import LotOffer from '#app/procurement/lots/lot_offer'
import Pli from '#app/procurement/deposit/pli'
import { somebody } from '#tests/outsiders/people'
import { onlineConsultation, sent, type Bidder } from './bidders.js'
import { answering, dossierFiles, FACTS, heldBidder, idsOn } from './companies.js'
import { deposited } from './gestures.js'
import { onlineLots } from './lots.js'
import { market, type Market } from './room.js'

const OFFER = { 'candidature': { 'a.txt': 'a' }, 'offre-1': { 'b.txt': 'b' } }

/** Another who asks to act for the company of a bidder; granted where that is said. */
async function beside(her: Bidder, name: string, isGranted: boolean): Promise<Bidder> {
  const person = await somebody({ givenNames: ['Malo'], birthName: name })
  const place = await behind({ establishments: [her.establishmentId] }, () =>
    Establishment.query(walled()).where('id', her.establishmentId).firstOrFail()
  )
  const asked = await askAttachment({ personId: person.id, name }, place)
  if (isGranted) await approveAttachment(asked, { kind: 'system' }, 'mandate')
  return { ...her, session: { outsider: { personId: person.id, name, proof: 'password' } } }
}

test.group('Two who act for one company', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('prepare one candidature together, which either seals', async ({ client, assert }) => {
    const id = await onlineConsultation(town)
    const her = await heldBidder('Cariou')
    const colleague = await beside(her, 'Le Guen', true)
    await answering(client, her, id).post('', { establishment: her.establishmentId })
    // He would begin the same: he finds hers
    const his = answering(client, colleague, id)
    await his.post('', { establishment: her.establishmentId })
    const { candidature, own, page } = await idsOn(client, colleague, id)
    assert.equal(candidature, (await idsOn(client, her, id)).candidature)
    page.assertTextIncludes('Préparée par Cariou')
    ;(await his.post(`membres/${own}`, FACTS)).assertStatus(302)
    ;(await his.post(`${candidature}/forme`, { form: 'alone' })).assertStatus(302)
    const files = await dossierFiles(client, colleague, id, candidature)
    assert.include(Object.keys(files), `dossier/DC2-${her.siret}.pdf`)
    ;(await answering(client, her, id).get()).assertTextIncludes('Le dossier est prêt')
    const list = await client.get('/moi/marches').withSession(colleague.session)
    list.assertTextIncludes('Réfection de la cour')
    list.assertTextIncludes('Cariou')
  })

  test('read their deposits fifty at a time, and the form tells the last whatever the page', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await heldBidder('Cariou')
    await deposited(client, her, id)
    await deposited(client, her, id)
    const [last, first] = await tenancy.run(town.tenant.id, () =>
      Pli.query().where('consultationId', id).orderBy('receivedAt', 'desc')
    )
    const page = `/moi/marches/kervalan/${id}`
    const one = (await client.get(page).withSession(her.session)).text()
    for (const pli of [last, first]) assert.include(one, `plis/${pli.id}/recepisse.json`)
    const rest = (await client.get(`${page}?apres=${last.id}`).withSession(her.session)).text()
    assert.include(rest, `plis/${first.id}/recepisse.json`)
    assert.notInclude(rest, `plis/${last.id}/recepisse.json`)
    const former = /data-former-files="(\d+)"/
    assert.equal(former.exec(rest)?.[1], former.exec(one)?.[1])
  })

  test('hold the same receipts, and the last pli of either is the one of the company', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await heldBidder('Cariou')
    const colleague = await beside(her, 'Le Guen', true)
    const first = await sent(client, her, id, OFFER)
    for (const piece of first.pieces) await first.send(piece)
    ;(await first.seal()).assertStatus(201)
    const at = `${first.base}/plis/${first.pli}`
    const receipt = await client.get(`${at}/recepisse.json`).withSession(colleague.session)
    assert.include(receipt.body().depositor, 'Cariou')
    ;(await client.get(first.base).withSession(colleague.session)).assertTextIncludes('Cariou')
    const second = await sent(client, colleague, id, OFFER)
    for (const piece of second.pieces) await second.send(piece)
    ;(await second.seal()).assertStatus(201)
    const states = await tenancy.run(town.tenant.id, async () => [
      (await Pli.get(first.pli)).state,
      (await Pli.get(second.pli)).state,
    ])
    assert.deepEqual(states, ['replaced', 'sealed'])
    await client
      .post(`${second.base}/plis/${second.pli}/retrait`)
      .withSession(her.session)
      .withCsrfToken()
      .redirects(0)
    const last = await tenancy.run(town.tenant.id, () => Pli.get(second.pli))
    assert.equal(last.state, 'withdrawn')
  })

  test('read the letters of the lots that their company won and lost, and who claims it reads none', async ({
    client,
    assert,
  }) => {
    const id = await onlineLots(town, 2)
    const her = await heldBidder('Cariou')
    const colleague = await beside(her, 'Le Guen', true)
    const others = [await beside(her, 'Impostor', false), await heldBidder('Rivale')]
    const pli = await sent(client, her, id, { ...OFFER, 'offre-2': { 'c.txt': 'c' } })
    for (const piece of pli.pieces) await pli.send(piece)
    ;(await pli.seal()).assertStatus(201)
    const lots = await notifiedLots(id, pli.pli)
    for (const lot of lots) {
      const letter = `/plis/${pli.pli}/lots/${lot}/lettre.pdf`
      const asks = ({ session }: Bidder) =>
        client.get(`${pli.base}${letter}`).withSession(session).accept('json')
      for (const who of [her, colleague]) {
        ;(await asks(who)).assertStatus(200)
        assert.include((await client.get(pli.base).withSession(who.session)).text(), letter)
      }
      for (const who of others) (await asks(who)).assertStatus(404)
    }
  })

  /** The lots of a consultation are notified, with a letter to who answered them. */
  const notifiedLots = (id: string, pliId: string) =>
    tenancy.run(town.tenant.id, async () => {
      const lots = await Lot.of(id)
      for (const [index, { id: lotId }] of lots.entries()) {
        const { id: letterDocumentId } = await documents.store(Buffer.from(`lettre ${index}`), {
          name: 'lettre.pdf',
        })
        await LotOffer.create({
          ...{ lotId, pliId, letterDocumentId, rank: index + 1 },
          ...{ note: '80' as never, amount: '9000' as never, noteReason: 'Un bon phasage.' },
        })
      }
      await Lot.query().where('consultationId', id).update({ state: 'notified' })
      return lots.map((lot) => lot.id)
    })

  test('are no colleague of who merely claims their company: he reads nothing, writes nothing, and puts no pli aside', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await heldBidder('Cariou')
    const [claims, rival] = [await beside(her, 'Impostor', false), await heldBidder('Rivale')]
    await answering(client, her, id).post('', { establishment: her.establishmentId })
    const { candidature, own } = await idsOn(client, her, id)
    const first = await sent(client, her, id, OFFER)
    for (const piece of first.pieces) await first.send(piece)
    await first.seal()
    for (const other of [claims, rival]) {
      const asks = answering(client, other, id)
      ;(await asks.get(`membres/${own}`)).assertStatus(404)
      ;(await asks.get(`${candidature}/dossier`)).assertStatus(404)
      ;(await asks.post(`membres/${own}`, FACTS).accept('json')).assertStatus(404)
      ;(await asks.post(`${candidature}/forme`, { form: 'alone' }).accept('json')).assertStatus(404)
      for (const file of ['recepisse.json', 'pli.zip', 'horodatage.tsr'])
        (await asks.get(`${first.base}/plis/${first.pli}/${file}`)).assertStatus(404)
      ;(await asks.post(`${first.base}/plis/${first.pli}/retrait`).accept('json')).assertStatus(404)
      const list = await client.get('/moi/marches').withSession(other.session)
      assert.notInclude(list.text(), 'Réfection de la cour')
    }
    const planted = await sent(client, claims, id, OFFER)
    for (const piece of planted.pieces) await planted.send(piece)
    ;(await planted.seal()).assertStatus(201)
    const state = await tenancy.run(town.tenant.id, async () => (await Pli.get(first.pli)).state)
    assert.equal(state, 'sealed')
  })
})
