import { test } from '@japa/runner'
import { durationWords, measureOf, silencesIn } from '#app/procurement/rules/availability'
import { uncovered } from '#app/procurement/rules/look_periods'

const MINUTE = 60_000
const looks = (...seen: [number, boolean][]) =>
  seen.map(([minute, isUp]) => ({ at: minute * MINUTE, isUp, ms: 5 }))

test.group('What an interval was', () => {
  test('is up where it was looked at and answered, and down from a failed look to a good one', ({
    assert,
  }) => {
    const measure = measureOf(
      { from: 0, to: 6 * MINUTE },
      looks([0, true], [1, true], [2, false], [3, false], [4, true], [5, true], [6, true])
    )
    assert.deepEqual(measure.down, [{ from: 2 * MINUTE, to: 4 * MINUTE }])
    assert.deepEqual(measure.unknown, [])
    assert.deepEqual([measure.looks, measure.failed], [7, 2])
  })

  test('is unknown where nobody looked, and never up by silence', ({ assert }) => {
    const measure = measureOf(
      { from: 0, to: 60 * MINUTE },
      looks([0, true], [1, false], [30, true], [31, true])
    )
    assert.deepEqual(measure.down, [{ from: MINUTE, to: MINUTE }])
    assert.deepEqual(measure.unknown, [
      { from: MINUTE, to: 30 * MINUTE },
      { from: 31 * MINUTE, to: 60 * MINUTE },
    ])
    const nothing = measureOf({ from: 0, to: 10 * MINUTE }, [])
    assert.deepEqual(nothing.unknown, [{ from: 0, to: 10 * MINUTE }])
    assert.isNull(nothing.slowestMs)
  })

  test('was silent where a look ended the silence, and not where nobody had looked yet', ({
    assert,
  }) => {
    const seen = looks([10, true], [11, true], [41, true], [42, false], [50, true])
    assert.deepEqual(silencesIn({ from: 20 * MINUTE, to: 60 * MINUTE }, seen), [
      { from: 20 * MINUTE, to: 41 * MINUTE },
      { from: 42 * MINUTE, to: 50 * MINUTE },
    ])
    assert.deepEqual(silencesIn({ from: 0, to: 11 * MINUTE }, seen), [])
    assert.deepEqual(silencesIn({ from: 0, to: 60 * MINUTE }, []), [])
  })

  test('is said in hours, minutes or seconds', ({ assert }) => {
    assert.deepEqual([0, 40_000, 5 * MINUTE, 60 * MINUTE, 65 * MINUTE].map(durationWords), [
      ...['0 s', '40 s', '5 min', '1 h', '1 h 5 min'],
    ])
  })

  test('is summed up once: what lies between periods, before them and after them', ({ assert }) => {
    const between = (from: number, to: number, ...held: [number, number][]) =>
      uncovered(
        { from, to },
        held.map(([start, end]) => ({ from: start, to: end }))
      ).map((gap) => [gap.from, gap.to])
    assert.deepEqual(between(0, 10), [[0, 10]])
    assert.deepEqual(between(0, 10, [0, 10]), [])
    assert.deepEqual(between(0, 10, [6, 8], [2, 4]), [
      [0, 2],
      [4, 6],
      [8, 10],
    ])
    assert.deepEqual(between(3, 7, [0, 5], [6, 20]), [[5, 6]])
    assert.deepEqual(between(5, 5), [])
  })
})
