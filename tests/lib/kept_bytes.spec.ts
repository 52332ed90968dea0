import { test } from '@japa/runner'
import { keptBytes } from '#lib/kept_bytes'

const of = (bytes: number) => ({ bytes })

test.group('What is kept by its weight', () => {
  test('leaves in the order of what was asked for longest ago', ({ assert }) => {
    const kept = keptBytes(30)
    for (const key of ['a', 'b', 'c']) kept.keep(key, of(10))
    kept.get('a')
    kept.keep('d', of(10))
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((key) => kept.get(key)),
      ['a', 'c', 'd']
    )
  })

  test('weighs what is replaced or forgotten no more', ({ assert }) => {
    const kept = keptBytes(30)
    kept.keep('a', of(20))
    kept.keep('a', of(5))
    kept.keep('b', of(20))
    kept.forget('b')
    kept.forget('b')
    kept.keep('c', of(25))
    assert.deepEqual(
      ['a', 'b', 'c'].filter((key) => kept.get(key)),
      ['a', 'c']
    )
  })

  test('never holds one that is heavier than all may be', ({ assert }) => {
    const kept = keptBytes(30)
    kept.keep('a', of(10))
    kept.keep('b', of(31))
    assert.deepEqual([kept.size(), kept.get('b')], [1, undefined])
  })

  test('never weighs more than it may, whatever comes', ({ assert }) => {
    const kept = keptBytes(1000)
    let seed = 20261129
    const next = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
    for (let turn = 0; turn < 5000; turn++) {
      const key = String(next(40))
      if (next(4) === 0) kept.forget(key)
      else kept.keep(key, of(next(200)))
      const held = Array.from({ length: 40 }, (_, n) => kept.get(String(n))?.bytes ?? 0)
      assert.isAtMost(
        held.reduce((sum, one) => sum + one),
        1000
      )
    }
  })
})
