import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { day, dayAndHour } from '#lib/french/french'
import { toTheSecond } from '#lib/french/to_the_second'
import { inFrench } from '#lib/proof/times'
import { instantOfLocal, zoneOf } from '#lib/tenders/deadline'
import { LocalDate } from '#lib/values'

test.group('The first of a month is « le 1er »', () => {
  test('on pages, in reports of proof and in sentences about deadlines', ({ assert }) => {
    const first = '2026-01-01T12:00:00Z'
    assert.equal(day(first), '1er janvier 2026')
    assert.include(dayAndHour(first), 'jeudi 1er janvier 2026')
    assert.include(inFrench(first), 'jeudi 1er janvier 2026')
    assert.include(LocalDate.parse('2026-01-01').toFrench(), '1er janvier 2026')
    assert.equal(
      toTheSecond(DateTime.fromISO(first, { zone: 'utc' })),
      '1er janvier 2026 à 12:00:00'
    )
    // The clocks of New York went back on that day
    const twice = () => instantOfLocal('2026-11-01T01:30', zoneOf('America/New_York'))
    assert.throws(twice, /Le 1er novembre 2026 à 01/)
  })

  test('and the others keep their figure', ({ assert }) => {
    assert.include(inFrench('2026-01-21T12:00:00Z'), 'mercredi 21 janvier 2026')
    assert.include(inFrench('2026-01-11T12:00:00Z'), 'dimanche 11 janvier 2026')
  })
})
