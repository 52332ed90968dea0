import { test } from '@japa/runner'
import { remember } from '#lib/remember'

const LONG = 3_600_000

test.group('What was asked a short while ago', () => {
  test('is known as long as it is fresh, even when the answer was « nobody »', ({ assert }) => {
    const kept = remember<string | null>({ ms: LONG, most: 10 })
    assert.isUndefined(kept.get('maire'))
    assert.isNull(kept.keep('maire', null))
    assert.isNull(kept.get('maire'))
  })

  test('is asked again when it is no longer fresh, and its last answer can still be said', ({
    assert,
  }) => {
    const kept = remember<string>({ ms: 0, most: 10 })
    kept.keep('maire', 'Soizic Madec')
    assert.isUndefined(kept.get('maire'))
    assert.equal(kept.last('maire'), 'Soizic Madec')
  })

  test('is forgotten alone, or with all the others', ({ assert }) => {
    const kept = remember<number>({ ms: LONG, most: 10 })
    for (const [index, key] of ['a', 'b', 'c'].entries()) kept.keep(key, index)
    kept.forget('a')
    assert.deepEqual([kept.get('a'), kept.get('b')], [undefined, 1])
    kept.forget()
    assert.isUndefined(kept.get('b'))
  })

  test('never fills the memory of the process', ({ assert }) => {
    const kept = remember<number>({ ms: LONG, most: 2 })
    for (const [index, key] of ['a', 'b', 'b', 'c'].entries()) kept.keep(key, index)
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => kept.get(key)),
      [undefined, undefined, 3]
    )
  })
})
