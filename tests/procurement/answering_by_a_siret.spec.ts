import { test } from '@japa/runner'
import { passeMarche } from '#config/passe_marche'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { behind } from '#app/outsiders/wall/wall'
import Consultation from '#app/procurement/drafting/consultation'
import { openMarket } from '#app/procurement/gateways/passe_marche'
import Proof from '#app/procurement/vault/proof'
import { start } from '../../simulators/passe_marche/index.js'
import { onlineConsultation, type Bidder } from './bidders.js'
import { answering, heldBidder, idsOn } from './companies.js'
import { consultation, market, published, type Market } from './room.js'

test.group('Answering by a SIRET', (group) => {
  let town: Market
  let simulator: Awaited<ReturnType<typeof start>>
  const before = passeMarche.url
  group.setup(async () => {
    town = await market()
    simulator = await start()
    passeMarche.url = simulator.url
    return async () => {
      passeMarche.url = before
      await simulator.stop()
    }
  })
  group.each.setup(() => simulator.tell('up'))

  const proofsOf = ({ establishmentId }: Bidder) =>
    behind({ establishments: [establishmentId] }, () => Proof.of(establishmentId))
  const waiting = () =>
    systemDb()
      .from('kernel.outbox')
      .where('name', 'procurement.fetch_proofs')
      .whereNull('done_at')
      .orderBy('id')

  test('ACH-10: brings the proofs of a company into its vault, once it has completed its candidature there', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const { passeMarche: number } = await consultation(town, id)
    assert.match(number!, /^VR-\d{4}-/)
    const her = await heldBidder('Cariou')
    const asks = answering(client, her, id)
    await asks.post('', { establishment: her.establishmentId })
    const { own } = await idsOn(client, her, id)
    await asks.post(`membres/${own}/passe-marche`)
    const page = await asks.get(`membres/${own}`)
    const [application] = /FT\d{8}[0-9A-F]+/.exec(page.text())!
    // Not completed there: nothing comes, and nothing breaks
    await asks.post(`membres/${own}/passe-marche/pieces`)
    for (const { id: job } of await waiting()) await runJob(job)
    assert.lengthOf(await proofsOf(her), 0)
    simulator.complete(application)
    // Another of our processes took a token meanwhile
    simulator.revoke()
    await asks.post(`membres/${own}/passe-marche/pieces`)
    for (const { id: job } of await waiting()) await runJob(job)
    const proofs = await proofsOf(her)
    assert.sameMembers(
      proofs.map(({ kind, source }) => `${kind} ${source}`),
      ['urssaf passe_marche', 'fiscal passe_marche', 'kbis passe_marche']
    )
  })

  test('goes on without it when it is silent, and fetches later', async ({ client, assert }) => {
    const id = await onlineConsultation(town)
    const opened = await openMarket({
      ...{ name: 'Cour', siret: '83456789300013', nature: 'travaux' },
      deadline: '2099-01-01T00:00:00Z',
    })
    if (opened.kind !== 'found') throw new Error('it answers')
    await tenancy.run(town.tenant.id, () =>
      Consultation.query().where({ id }).update({ passe_marche: opened.value })
    )
    const her = await heldBidder('Pennec')
    const asks = answering(client, her, id)
    await asks.post('', { establishment: her.establishmentId })
    const { own } = await idsOn(client, her, id)
    simulator.tell('down')
    ;(await asks.post(`membres/${own}/passe-marche`)).assertStatus(302)
    ;(await asks.get(`membres/${own}`)).assertTextIncludes('Chercher mes attestations')
    simulator.tell('up')
    await asks.post(`membres/${own}/passe-marche`)
    const [application] = /FT\d{8}[0-9A-F]+/.exec((await asks.get(`membres/${own}`)).text())!
    simulator.complete(application)
    simulator.tell('down')
    await asks.post(`membres/${own}/passe-marche/pieces`)
    const [{ id: job }] = await waiting()
    await runJob(job).catch(() => undefined)
    assert.lengthOf(await proofsOf(her), 0)
    simulator.tell('up')
    await runJob(job)
    assert.lengthOf(await proofsOf(her), 3)
  })
})
