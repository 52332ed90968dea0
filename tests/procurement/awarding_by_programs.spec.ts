import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Lot from '#app/procurement/lots/lot'
import { checkDecp } from '#lib/decp/check_decp'
import { parseTrousseau, type Bytes } from '#lib/sealing'
import { LocalDate } from '#lib/values'
import { runDueJobs } from '#tests/helpers/jobs'
import { Program, tokenOf } from '#tests/world/program'
import { bidder, sealInMemory, type Bidder } from './bidders.js'
import { isOpened } from './gestures.js'
import { consultation, market, signed, typed, type Market } from './room.js'

const ROOT = '/api/v1/procurement'
const LOTS = [
  { title: 'Gros œuvre', cpv: '45223220', estimate: '42000' },
  { title: 'Menuiseries', cpv: '45421000', estimate: '30000' },
  { title: 'Peinture', cpv: '45442100', estimate: '13000' },
]
const need = {
  ...{ durationMonths: 6, weightPrice: 50, weightTechnical: 40, weightEnvironment: 10 },
  threshold: 2,
}

test.group('A consultation of lots, by programs on both sides', (group) => {
  let town: Market
  let buyer: Program
  group.setup(async () => {
    town = await market()
    buyer = Program.bearing(await tokenOf(town.agent, 'kervalan'))
  })
  group.each.teardown(() => clock.release())

  const at = (id: string, path: string) => `${ROOT}/buyer/consultations/${id}/${path}`

  async function publishes(): Promise<string> {
    const reference = `A${process.pid % 1000}${Date.now() % 10_000}`
    const made = await buyer.send('POST', `${ROOT}/buyer/consultations`, {
      ...typed({ reference }),
      ...need,
    })
    const id: string = made.body.id
    const form = new FormData()
    form.append('dce[]', new Blob(['cahier des charges']), 'CCTP.txt')
    await buyer.send('POST', at(id, 'pieces'), form)
    const seen = { 'if-match': (await buyer.get(at(id, 'lots'))).headers.get('etag')! }
    await buyer.send('PUT', at(id, 'lots'), { lots: LOTS, mostWon: 1 }, seen)
    await buyer.send('POST', at(id, 'publication'))
    await signed(town.tenant, id, (await consultation(town, id)).publicationFolderId!)
    return id
  }

  async function programOf({ establishmentId, session }: Bidder): Promise<Program> {
    const { personId } = session.outsider
    return Program.bearing(
      await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
    )
  }

  /** Seals on its side and deposits; the pli of its receipt. */
  async function deposits(company: Program, id: string, lots: number[]): Promise<string> {
    const { body } = await company.send('POST', `${ROOT}/plis`, { consultation: id })
    const keys = await company.get(`${ROOT}/consultations/${id}/trousseau.json`)
    const trousseau = await parseTrousseau(new TextEncoder().encode(keys.text) as Bytes)
    const texts = Object.fromEntries(lots.map((lot) => [`offre-${lot}`, { 'prix.txt': `${lot}` }]))
    const { manifest, pieces } = await sealInMemory(trousseau, body.id, texts)
    for (const { sha256, bytes } of pieces)
      await company.ask('PUT', `${ROOT}/plis/${body.id}/pieces/${sha256}`, {
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      })
    const receipt = await company.send('POST', `${ROOT}/plis/${body.id}/scellement`, { manifest })
    if (receipt.status !== 201) throw new Error(receipt.text)
    return receipt.body.pli
  }

  async function asksAndIsAnswered(company: Program, id: string): Promise<void> {
    const text = 'Le lot 2 comprend-il la dépose des fenêtres ?'
    await company.send('POST', `${ROOT}/questions`, { consultation: id, text })
    const [{ id: question }] = (await buyer.get(at(id, 'questions'))).body.items
    await buyer.send('POST', at(id, `questions/${question}/reponse`), {
      published: text,
      answer: 'Oui, au poste 4.',
    })
  }

  test('is written, asked about, answered, awarded lot by lot, told to each and published', async ({
    client,
    assert,
  }) => {
    const id = await publishes()
    const [her, him] = [await bidder('Cariou'), await bidder('Pennec')]
    const [hers, his] = [await programOf(her), await programOf(him)]
    await asksAndIsAnswered(hers, id)
    const told = await his.get(`${ROOT}/consultations/${id}/questions`)
    assert.equal(told.body.items[0].answer, 'Oui, au poste 4.')
    const plis = [await deposits(hers, id, [1, 2]), await deposits(his, id, [1, 2])]
    assert.deepEqual((await buyer.get(at(id, 'offres'))).body.items, [], 'before the hour')
    await isOpened(client, town, id)
    const offers = (await buyer.get(at(id, 'offres'))).body.items
    assert.sameMembers(
      offers.map((one: any) => one.id),
      plis
    )

    const lots = (await buyer.get(at(id, 'lots'))).body.lots
    assert.deepEqual(
      lots.map(({ state }: any) => state),
      ['analysis', 'analysis', 'unsuccessful']
    )
    const notes = plis.map((pli, index) => ({
      ...{ pli, note: String(90 - index), amount: '28000' },
      reason: 'Un phasage qui suit l’école.',
    }))
    const awards = (lot: number, body: object) =>
      buyer.send('POST', at(id, `lots/${lots[lot].id}/attribution`), body)
    const curt = await awards(0, { notes: [{ ...notes[0], reason: 'oui' }, notes[1]] })
    assert.deepEqual(
      curt.body.errors.map(({ pointer }: any) => pointer),
      ['/notes/0/reason']
    )
    for (const lot of [0, 1]) assert.equal((await awards(lot, { notes })).status, 200)
    assert.equal((await awards(0, { notes })).status, 409, 'once')
    const noted = (await buyer.get(at(id, `lots/${lots[0].id}/offres`))).body.items
    assert.deepEqual(
      noted.map(({ pli, note, rank, reason }: any) => [pli, Number(note), rank, reason]),
      plis.map((pli, index) => [pli, 90 - index, index + 1, notes[index].reason])
    )
    for (const { awardFolderId } of (await lotsOf(id)).slice(0, 2))
      await signed(town.tenant, id, awardFolderId!)
    for (const lot of [0, 1]) {
      const path = at(id, `lots/${lots[lot].id}/notification`)
      assert.equal((await buyer.send('POST', path)).status, 200)
      assert.equal((await buyer.send('POST', path)).status, 409, 'once')
    }
    await runDueJobs(town.tenant.id)

    for (const [index, one] of [her, him].entries())
      await hasHerLetters(client, id, one, plis[index])
    const { reference } = await consultation(town, id)
    const year = clock.today().year
    const decp = await his.get(`${ROOT}/decp/${town.tenant.siren}/${year}.json`)
    assert.deepEqual(
      decp.body.marches.marche
        .filter(({ id: named }: any) => named.startsWith(reference))
        .map(({ id: named, titulaires }: any) => [named, titulaires[0].titulaire.id]),
      [
        [`${reference}-L1`, her.siret],
        // She may win one lot alone (R2113-1): the second goes to the next
        [`${reference}-L2`, him.siret],
      ]
    )
    const found = checkDecp(new TextEncoder().encode(decp.text), LocalDate.parse(`${year}-12-31`))
    assert.isEmpty(found.filter(({ level }) => level === 'error'))
    const end = await buyer.get(`${ROOT}/buyer/consultations/${id}`)
    assert.include(['notified', 'archived'], end.body.state)
  })

  const lotsOf = (id: string) => tenancy.run(town.tenant.id, () => Lot.of(id))

  async function hasHerLetters(client: ApiClient, id: string, { session }: Bidder, pli: string) {
    for (const lot of (await lotsOf(id)).slice(0, 2))
      (
        await client
          .get(`/moi/marches/kervalan/${id}/plis/${pli}/lots/${lot.id}/lettre.pdf`)
          .withSession(session)
      ).assertStatus(200)
  }
})
