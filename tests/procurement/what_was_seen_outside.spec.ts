import { test } from '@japa/runner'
import { durationWords } from '#app/procurement/rules/availability'
import {
  disagreementsOf,
  isLate,
  lengthBeyond,
  seenTogether,
  type OutsideLook,
} from '#app/procurement/rules/seen_outside'
import { disagreementWords, outsideConclusion } from '#app/procurement/formats/outside_words'

const MINUTE = 60_000
const seen = (probe: string, minute: number, isUp: boolean, driftMs = 0): OutsideLook => ({
  ...{ id: `${probe}-${minute}`, probe, at: minute * MINUTE + 5_000, isUp, ms: 9, fault: null },
  ...{ receivedAt: minute * MINUTE + 6_000, driftMs, publicKey: 'k', signature: 's' },
})

test.group('What was seen from elsewhere', () => {
  test('is up where one probe was answered, for the network of another may fail alone', ({
    assert,
  }) => {
    const together = seenTogether([
      ...[seen('a', 2, false), seen('b', 2, true), seen('a', 1, true), seen('a', 3, false)],
      seen('b', 3, false),
    ])
    assert.deepEqual(
      together.map(({ isUp }) => isUp),
      [true, true, false]
    )
  })

  test('counts for nothing by a wrong clock, whichever way', ({ assert }) => {
    const looks = [-31_000, -30_000, 30_000, 31_000].map((drift, minute) =>
      seen('a', minute, true, drift)
    )
    assert.lengthOf(seenTogether(looks), 2)
  })

  test('is late when it came more than a minute after it began', ({ assert }) => {
    assert.isFalse(isLate({ at: 0, receivedAt: MINUTE }))
    assert.isTrue(isLate({ at: 0, receivedAt: MINUTE + 1 }))
  })

  test('differs from what was seen here, minute by minute, those in a row as one', ({ assert }) => {
    const inside = [0, 1, 2, 3].map((minute) => ({
      ...{ at: minute * MINUTE, ms: 5 },
      isUp: minute !== 3,
    }))
    const outside = seenTogether([
      ...[seen('a', 0, true), seen('a', 1, false), seen('a', 2, false), seen('a', 3, true)],
      seen('a', 4, false),
    ])
    const told = disagreementsOf(inside, outside)
    assert.deepEqual(
      told.map(({ from, to, inside: here, outside: there }) => [
        ...[from / MINUTE, to / MINUTE, here, there],
      ]),
      [
        [1, 3, true, false],
        [3, 4, false, true],
        [4, 5, null, false],
      ]
    )
    assert.deepEqual(told.map(disagreementWords), [
      'le dedans a eu une réponse ; le dehors n’en a pas eu.',
      'le dedans n’en a pas eu ; le dehors a eu une réponse.',
      'rien ne fut mesuré du dedans ; le dehors n’en a pas eu.',
    ])
  })

  test('is counted once where both saw it', ({ assert }) => {
    const at = (from: number, to: number) => ({ from, to })
    assert.equal(lengthBeyond([at(0, 10)], []), 10)
    assert.equal(lengthBeyond([at(0, 10)], [at(2, 4), at(3, 6)]), 6)
    assert.equal(lengthBeyond([at(0, 10), at(5, 20)], [at(0, 20)]), 0)
    assert.equal(lengthBeyond([], [at(0, 20)]), 0)
  })

  test('is said in one sentence, which says no more than what was measured', ({ assert }) => {
    const sight = (changes: object) => ({
      probes: [],
      disagreements: [],
      measure: { looks: 9, failed: 0, slowestMs: 9, down: [], unknown: [], ...changes },
    })
    assert.include(outsideConclusion(null), 'Aucune sonde n’a regardé')
    assert.include(outsideConclusion(sight({ looks: 0 })), 'assez sûrement')
    assert.equal(
      outsideConclusion(sight({ unknown: [{ from: 0, to: 5 * MINUTE }] })),
      `La plateforme a répondu à chaque minute mesurée ; pendant ${durationWords(5 * MINUTE)}, aucune n’a mesuré.`
    )
    assert.include(outsideConclusion(sight({ down: [{ from: 0, to: MINUTE }] })), 'pendant 1 min.')
  })
})
