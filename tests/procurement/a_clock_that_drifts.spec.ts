import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import Consultation from '#app/procurement/drafting/consultation'
import { driftOf } from '#app/procurement/rules/clock_drift'
import { bidder, onlineConsultation, sent } from './bidders.js'
import { OFFER, opens } from './gestures.js'
import { market, type Market } from './room.js'

const MINUTE = 60_000

test.group('A pli received by a machine whose clock is off', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const baseNow = async (): Promise<number> => {
    const { rows } = await systemDb().rawQuery('select clock_timestamp() as now')
    return rows[0].now.getTime()
  }
  const closesIn = async (id: string, ms: number) => {
    const deadline = new Date((await baseNow()) + ms)
    await tenancy.run(town.tenant.id, () => Consultation.query().where({ id }).update({ deadline }))
  }

  for (const [how, wrong, closes, late] of [
    ['ahead, before its hour', 20 * MINUTE, 10 * MINUTE, false],
    ['behind, after its hour', -20 * MINUTE, -10 * MINUTE, true],
  ] as const)
    test(`is dated and judged by the base, and its receipt says so (${how})`, async ({
      client,
      assert,
    }) => {
      const id = await onlineConsultation(town)
      const her = await bidder('Horlogère')
      const from = await baseNow()
      clock.setWrong(wrong)
      const pli = await sent(client, her, id, OFFER)
      for (const piece of pli.pieces) await pli.send(piece)
      await closesIn(id, closes)
      const answer = await pli.seal()
      clock.release()
      const to = await baseNow()
      assert.equal(answer.status(), 201, answer.text())
      const receipt = answer.body()
      assert.equal(receipt.late, late)
      const [started, received] = [receipt.startedAt, receipt.receivedAt].map(Date.parse)
      assert.isTrue(from <= started && started <= received, receipt.startedAt)
      assert.isTrue(received <= to + 1, receipt.receivedAt)
      assert.equal(Math.sign(receipt.clock.driftMs), Math.sign(wrong))
      assert.isAtMost(Math.abs(receipt.clock.driftMs), Math.abs(wrong))
      assert.match(receipt.clock.says, /l’heure de réception est celle de la base/)
      const page = await client.get(pli.base).withSession(her.session)
      page.assertTextIncludes('l’heure de réception est celle de la base')
    })

  test('is told with its digest when the plis are counted, and a clock that is right is not', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [off, right] = [
      await sent(client, await bidder('Avance'), id, OFFER),
      await sent(client, await bidder('Juste'), id, OFFER),
    ]
    for (const pli of [off, right]) for (const piece of pli.pieces) await pli.send(piece)
    clock.setWrong(20 * MINUTE)
    await off.seal()
    clock.release()
    assert.notProperty((await right.seal()).body(), 'clock')
    await closesIn(id, -1)
    await opens(client, town, id)
    const [counted] = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ tenant_id: town.tenant.id, subject_id: id })
        .where('type', 'procurement.consultation_counted')
    )
    const { plis } = counted.data
    assert.sameDeepMembers(
      plis.map(({ pli, clockDriftMs }: any) => [pli, clockDriftMs > 0]),
      [
        [off.pli, true],
        [right.pli, false],
      ]
    )
  })

  test('begun before its hour and ended after it, is late by a clock that nobody holds', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const pli = await sent(client, await bidder('Juste après'), id, OFFER)
    for (const piece of pli.pieces) await pli.send(piece)
    await closesIn(id, 50)
    await new Promise((resolve) => setTimeout(resolve, 60))
    const receipt = (await pli.seal()).body()
    assert.isTrue(receipt.late)
    assert.isBelow(Date.parse(receipt.startedAt), Date.parse(receipt.deadline))
    assert.isAbove(Date.parse(receipt.receivedAt), Date.parse(receipt.deadline))
    assert.notProperty(receipt, 'clock')
  })
})

test.group('How far a clock is off', () => {
  test('is what the journey to the base cannot explain, beyond a tenth of a second', ({
    assert,
  }) => {
    const drift = (base: number, from: number, to: number) =>
      driftOf(base, [from, to])?.driftMs ?? 0
    assert.equal(drift(1_000, 990, 1_010), 0)
    assert.equal(drift(1_000, 1_100, 1_120), 0)
    assert.equal(drift(1_000, 1_101, 1_120), 101)
    assert.equal(drift(1_000, 880, 900), 0)
    assert.equal(drift(1_000, 880, 899), -101)
    assert.match(driftOf(1_000, [1_400, 1_500])!.says, /avançait d’au moins 400 ms/)
    assert.match(driftOf(1_000, [500, 600])!.says, /retardait d’au moins 400 ms/)
  })
})
