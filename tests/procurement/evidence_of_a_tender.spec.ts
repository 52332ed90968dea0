import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { allPeriodics } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import LookPeriod from '#app/procurement/availability/look_period'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { onlineConsultation } from './bidders.js'
import { consultation, market, type Market } from './room.js'

test.group('What was seen of the platform', (group) => {
  let town: Market
  group.setup(async () => {
    await withTimeAuthority()
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('is summed up in the journal while a tender is open, once a day, then each ten minutes', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const { publishedAt, deadline: first } = await consultation(town, id)
    const deadline = first.plus({ days: 20 })
    await tenancy.run(town.tenant.id, async () =>
      (await consultation(town, id)).merge({ deadline }).save()
    )
    const summed = () =>
      tenancy.run(town.tenant.id, () =>
        LookPeriod.query().where('consultationId', id).orderBy('fromAt').exec()
      )
    const at = async (moment: DateTime) => {
      clock.freeze(moment.toUTC().toISO()!)
      await allPeriodics()
        .find(({ name }) => name === 'procurement.sum_looks')!
        .run()
      await runDueJobs(town.tenant.id)
      return (await summed()).length
    }
    assert.equal(await at(publishedAt!.plus({ hours: 3 })), 0)
    const counts = [
      await at(publishedAt!.plus({ hours: 25 })),
      await at(publishedAt!.plus({ hours: 26 })),
      await at(deadline.minus({ minutes: 90 })),
      await at(deadline.minus({ minutes: 79 })),
      await at(deadline.plus({ minutes: 2 })),
      await at(deadline.plus({ hours: 2 })),
    ]
    assert.deepEqual(counts, [1, 1, 2, 3, 4, 4])
    const periods = await summed()
    assert.isTrue(periods[0].fromAt.equals(publishedAt!))
    assert.isTrue(periods[3].toAt.equals(deadline))
    // One follows the other: nothing lies between two
    for (const [index, { toAt }] of periods.slice(0, -1).entries())
      assert.isTrue(toAt.equals(periods[index + 1].fromAt))
  })
})
