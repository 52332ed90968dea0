import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { clocksThatDiffer, followBase, measureSkew } from '#kernel/clock/skew'
import { ownMeans } from '#console/journal/own_means'
import { proofOf } from '#web/seals/proof_of'
import { sealJournal } from '#kernel/journal/sealing'
import { verifyJournal } from '#console/journal/verify'
import { verifyBundle } from '#lib/proof'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { testTrust } from '#tests/helpers/trust'
import { until } from '#tests/helpers/until'
import { operator } from '#tests/portal/console_world'
import { asOwner, placeApart, writeEntries } from '#tests/world/journals'

const HOUR = 3_600_000
const entriesOf = (id: string): Promise<{ at: Date }[]> =>
  tenancy.run(id, ({ trx }) => trx.from('kernel.journal_entries').orderBy('position'))
const baseNow = async (): Promise<number> => {
  const { rows } = await systemDb().rawQuery('select clock_timestamp() as now')
  return rows[0].now.getTime()
}

test.group('What is written by a process whose clock is wrong', (group) => {
  group.each.teardown(() => clock.release())

  for (const hours of [1, -1]) {
    test(`bears the time of the base all the same (${hours} h)`, async ({ assert }) => {
      await testTrust()
      const [id, subject] = [await placeApart(), uuidv7()]
      const from = await baseNow()
      await writeEntries(id, subject, 1)
      clock.setWrong(hours * HOUR)
      await writeEntries(id, subject, 1)
      await sealJournal(id)
      const bundle = await proofOf(id, [{ capability: 'tests', type: 'thing', id: subject }], [])
      const to = await baseNow()
      const times = [
        ...(await entriesOf(id)).map(({ at }) => at.getTime()),
        Date.parse(bundle.seals[0].statement.closedAt),
        Date.parse(bundle.producedAt),
      ]
      for (const time of times) assert.isTrue(from - 1 <= time && time <= to, String(time))
      const means = await ownMeans()
      const { problems } = await tenancy.run(id, () => verifyJournal(means))
      assert.deepEqual(problems, [])
      const findings = await verifyBundle(bundle, { ...means, measureFile: async () => null })
      assert.deepEqual(
        findings.filter(({ outcome }) => outcome !== 'ok'),
        []
      )
    })
  }

  test('is corrected elsewhere too, once the process has asked the base, and somebody is told', async ({
    client,
    assert,
  }) => {
    clock.setWrong(HOUR)
    assert.closeTo((await measureSkew())!, HOUR, 1000)
    await followBase('travailleur')
    assert.closeTo(clock.now().toMillis(), await baseNow(), 1000)
    const [found] = (await clocksThatDiffer()).filter(({ kind }) => kind === 'travailleur')
    assert.closeTo(found.skew, HOUR, 1000)
    const ready = await client.get('/health/ready')
    assert.equal(ready.status(), 200)
    assert.isFalse(ready.body().checks.clock)
    const metrics = (await client.get('/metrics')).text()
    assert.match(metrics, /^halle_clock_skew_seconds 3(599|600)/m)
    clock.release()
    await followBase('travailleur')
    assert.isTrue((await client.get('/health/ready')).body().checks.clock)
  })
})

test.group('A clock that is off by less than it takes to be alarmed', (group) => {
  group.each.teardown(() => clock.release())

  test('is told to the operator from a tenth of a second, while its process goes on', async ({
    client,
    assert,
  }) => {
    const she = await operator()
    const page = async () => {
      const answer = await client.get('/exploitation/sante').loginAs(she)
      return answer.text().replaceAll(/\s+/g, ' ')
    }
    const isTold = async () => {
      await followBase('essai de dérive')
      return (await clocksThatDiffer()).some(({ kind }) => kind === 'essai de dérive')
    }
    clock.setWrong(600)
    // A base that is slow to say leaves no measure: it is asked again, as it is every half-minute
    await until(isTold)
    assert.match(await page(), /essai de dérive sur [^,]+, [567]\d\d ms d’avance/)
    assert.isTrue((await client.get('/health/ready')).body().checks.clock)
    clock.release()
    await until(async () => !(await isTold()))
    assert.notInclude(await page(), 'essai de dérive')
  })
})

test.group('A base whose own clock has gone back', () => {
  test('holds the time of the last entry, and never writes an earlier one', async ({ assert }) => {
    await testTrust()
    const [id, subject] = [await placeApart(), uuidv7()]
    await writeEntries(id, subject, 1)
    const ahead = new Date((await baseNow()) + 20_000)
    await asOwner('update kernel.journal_heads set at = ? where tenant_id = ?', [ahead, id])
    await writeEntries(id, subject, 2)
    const [, second, third] = await entriesOf(id)
    assert.deepEqual([second.at, third.at], [ahead, ahead])
    await sealJournal(id)
    const means = await ownMeans()
    const { problems } = await tenancy.run(id, () => verifyJournal(means))
    assert.deepEqual(problems, [])
  })

  test('is not sealed under a token that contradicts it: it is said, and waits', async ({
    assert,
  }) => {
    await testTrust()
    const [id, subject] = [await placeApart(), uuidv7()]
    await writeEntries(id, subject, 1)
    const ahead = new Date((await baseNow()) + HOUR)
    await asOwner('update kernel.journal_heads set at = ? where tenant_id = ?', [ahead, id])
    await writeEntries(id, subject, 1)
    await assert.rejects(() => sealJournal(id), /ne s’accordent pas/)
  })
})
