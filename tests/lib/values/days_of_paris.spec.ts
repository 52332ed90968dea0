import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { monthBeganInParis } from '#lib/french/paris'
import { LocalDate } from '#lib/values'

const PARIS = 'Europe/Paris'

/** Around each change of the hour, the ends of months and of years, and nowhere in particular. */
function* instants() {
  const edges = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-12-31T23:00Z', '2028-02-29T23:00Z']
  for (const edge of edges)
    for (const minutes of [-90, -60, -1, 0, 1, 60, 90])
      yield DateTime.fromISO(edge, { zone: 'utc' }).plus({ minutes })
  for (let hours = 0; hours < 9_000; hours += 7)
    yield DateTime.fromISO('2026-01-01T00:30Z', { zone: 'utc' }).plus({ hours })
}

test.group('The days and months of Paris', () => {
  test('are those of the calendar, whatever the hour does', ({ assert }) => {
    for (const instant of instants()) {
      const local = instant.setZone(PARIS)
      assert.equal(LocalDate.at(instant).toString(), local.toISODate())
      assert.equal(monthBeganInParis(instant), local.startOf('month').toMillis(), local.toISO()!)
    }
  })

  test('are not those of another zone, where one is named', ({ assert }) => {
    const instant = DateTime.fromISO('2026-11-30T23:30Z', { zone: 'utc' })
    assert.equal(LocalDate.at(instant).toString(), '2026-12-01')
    assert.equal(LocalDate.at(instant, 'Pacific/Tahiti').toString(), '2026-11-30')
  })
})
