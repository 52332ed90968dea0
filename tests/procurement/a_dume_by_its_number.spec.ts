import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import { dume } from '#config/dume'
import { clock } from '#kernel/clock'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { behind } from '#app/outsiders/wall/wall'
import CandidatureMember from '#app/procurement/candidature/member'
import { dumeOf } from '#app/procurement/gateways/dume'
import { DEMO_DUME } from '../../simulators/dume/demo.js'
import { start } from '../../simulators/dume/index.js'
import { onlineConsultation } from './bidders.js'
import { answering, heldBidder, idsOn } from './companies.js'
import { consultation, market, type Market } from './room.js'

test.group('A DUME by its number', (group) => {
  let town: Market
  let service: Awaited<ReturnType<typeof start>>
  const before = { ...dume }
  group.setup(async () => {
    town = await market()
    service = await start()
    Object.assign(dume, { url: service.url, siret: '13002526500013', technicalId: 'halle' })
    return async () => {
      Object.assign(dume, before)
      await service.stop()
    }
  })
  group.each.setup(() => service.tell('up'))
  group.each.teardown(() => clock.release())

  const waiting = () =>
    systemDb()
      .from('kernel.outbox')
      .where('name', 'procurement.fetch_dume')
      .whereNull('done_at')
      .orderBy('id')

  /** What the page says next, wherever it says it. */
  const said = (answer: ApiResponse) => JSON.stringify(answer.flashMessages())

  /** Somebody on the page of her DUME, and what is kept of it. */
  async function asking(client: Parameters<typeof answering>[0], name: string) {
    const id = await onlineConsultation(town)
    const her = await heldBidder(name)
    const asks = answering(client, her, id)
    await asks.post('', { establishment: her.establishmentId })
    const { own } = await idsOn(client, her, id)
    const { personId } = her.session.outsider
    return {
      id,
      give: (number: string) =>
        asks.post(`membres/${own}/dume/numero`, { number }).hearingSession(),
      write: () => asks.post(`membres/${own}/dume/redaction`),
      page: () => asks.get(`membres/${own}/dume`),
      kept: () =>
        behind(
          { person: personId },
          async () => (await CandidatureMember.own(personId, own!)).espd?.id ?? null
        ),
    }
  }

  test('is that of the buyer, or the one that the company wrote there', async ({
    client,
    assert,
  }) => {
    const her = await asking(client, 'Numéro')
    ;(await her.page()).assertTextIncludes('Donner le numéro d’un DUME')
    assert.include(said(await her.give(' DEMO0001 ')), '1 critères sont lus')
    assert.equal(await her.kept(), 'DEMO0001')
    service.keep('own00002', DEMO_DUME.replace('<cbc:ID>DEMO0001', '<cbc:ID>hers'))
    await her.give('own00002')
    assert.equal(await her.kept(), 'hers')
  })

  test('is refused in one sentence beside its field, and what was there stays', async ({
    client,
    assert,
  }) => {
    const her = await asking(client, 'Erreur')
    await her.give('DEMO0001')
    for (const wrong of ['', 'abc', '../../ab', 'DEMO00012'])
      assert.include(said(await her.give(wrong)), 'huit lettres ou chiffres')
    assert.include(said(await her.give('ZZZZ9999')), 'ne connaît pas le numéro « ZZZZ9999 »')
    service.keep('hostile1', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    assert.include(said(await her.give('hostile1')), 'Ce DUME n’est pas lisible')
    assert.equal(await her.kept(), 'DEMO0001')
  })

  test('comes later when the service is silent, and takes the place of nothing', async ({
    client,
    assert,
  }) => {
    const her = await asking(client, 'Panne')
    const hasty = await asking(client, 'Pressée')
    service.tell('down')
    assert.include(said(await her.give('DEMO0001')), 'viendra dès qu’il répondra')
    await hasty.give('DEMO0001')
    const jobs = await waiting()
    assert.lengthOf(jobs, 2)
    await runJob(jobs[0].id)
    assert.isNull(await her.kept())
    service.tell('up')
    service.keep('other003', DEMO_DUME.replace('<cbc:ID>DEMO0001', '<cbc:ID>brought meanwhile'))
    await hasty.give('other003')
    for (const { id } of jobs) await runJob(id)
    assert.equal(await her.kept(), 'DEMO0001')
    assert.equal(await hasty.kept(), 'brought meanwhile')
  })

  test('comes no more once the hour has passed', async ({ client, assert }) => {
    const her = await asking(client, 'Tard')
    service.tell('down')
    await her.give('DEMO0001')
    service.tell('up')
    const [job] = await waiting()
    clock.freeze((await consultation(town, her.id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    await runJob(job.id)
    assert.isNull(await her.kept())
  })

  test('is asked of nobody where no service is set', async ({ client, assert, cleanup }) => {
    const her = await asking(client, 'Sans')
    dume.url = ''
    cleanup(() => void (dume.url = service.url))
    assert.notInclude((await her.page()).text(), 'Donner le numéro')
    assert.deepEqual(await dumeOf('DEMO0001'), { kind: 'unreachable' })
  })
})
