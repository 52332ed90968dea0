import { test } from '@japa/runner'
import { gathering } from '#lib/jobs/gathering'

test.group('Asking together', () => {
  test('who is alone asks at once; who comes meanwhile goes with the others', async ({
    assert,
  }) => {
    const exchanges: number[][] = []
    const double = gathering<number, number>(100, async (asked) => {
      exchanges.push(asked)
      return asked.map((one) => one * 2)
    })
    assert.deepEqual(await Promise.all([1, 2, 3].map(double)), [2, 4, 6])
    assert.equal(await double(4), 8)
    assert.deepEqual(exchanges, [[1], [2, 3], [4]])
  })

  test('no exchange carries more than it may', async ({ assert }) => {
    const exchanges: number[] = []
    const same = gathering<number, number>(2, async (asked) => {
      exchanges.push(asked.length)
      return asked
    })
    assert.deepEqual(await Promise.all([1, 2, 3, 4].map(same)), [1, 2, 3, 4])
    assert.deepEqual(exchanges, [1, 2, 1])
  })

  test('a failure is told to those that it was asked for, and the next are asked', async ({
    assert,
  }) => {
    const same = gathering<number, number>(1, async (asked) => {
      if (asked[0] === 2) throw new Error('partie')
      return asked
    })
    const said = await Promise.allSettled([1, 2, 3].map(same))
    assert.deepEqual(
      said.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled']
    )
  })
})
