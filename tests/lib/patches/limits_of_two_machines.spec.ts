import { test } from '@japa/runner'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { withoutNames } from '#lib/patches/unnamed_statements'

const HOUR = 3_600_000
const MINUTE = 60_000

test.group('A limit that two machines count together', () => {
  test('is kept in the time of the base, whatever their own clocks say', async ({ assert }) => {
    const asked: unknown[][] = []
    const limiter = machine(-HOUR, ([key, points, expire, now]) => {
      asked.push([key, points, expire, now])
      return { points: 1, expire: String(expire) }
    })
    const { msBeforeNext } = await limiter.consume('somebody')
    const [[, points, expire, now]] = asked as [string, number, number, number][]
    assert.equal(points, 1)
    assert.isAtMost(now, Date.now() - HOUR)
    // The library reads the clock twice, and a millisecond may pass between
    assert.closeTo(expire - now, MINUTE, 1_000)
    assert.isTrue(msBeforeNext > 0 && msBeforeNext <= MINUTE)
  })

  test('opens at the same moment for a machine an hour ahead', async ({ assert }) => {
    const end = Date.now() + MINUTE / 2
    const full = { points: 6, expire: String(end - HOUR) }
    const refusal = await machine(-HOUR, () => full)
      .consume('somebody')
      .catch((answer) => answer)
    assert.isTrue(refusal.msBeforeNext > 0 && refusal.msBeforeNext <= MINUTE / 2)
  })
})

/** A limiter of five requests a minute, on a machine that lacks so many milliseconds. */
function machine(lacking: number, answer: (values: unknown[]) => Record<string, unknown>) {
  const connection = {
    query: async ({ values }: { values: unknown[] }) => ({ rows: [answer(values)] }),
  }
  const pool = { acquireConnection: async () => connection, releaseConnection: () => true }
  const client = { getWriteClient: () => ({ client: pool }) }
  return new RateLimiterPostgres({
    storeClient: withoutNames(client, () => lacking).getWriteClient(),
    storeType: 'knex',
    tableCreated: true,
    points: 5,
    duration: MINUTE / 1000,
  })
}
