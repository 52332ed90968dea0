import { test } from '@japa/runner'
import { since } from '#lib/french/since'

test.group('Since when', () => {
  const now = new Date('2026-11-29T08:00:00Z')
  for (const [at, said] of [
    ['2026-11-29T07:59:00Z', 'aujourd’hui'],
    // The day of Paris began at 23:00 of Greenwich
    ['2026-11-28T23:30:00Z', 'aujourd’hui'],
    ['2026-11-28T22:30:00Z', 'depuis hier'],
    ['2026-11-17T12:00:00Z', 'depuis 12 jours'],
    // Over the change of hour
    ['2026-10-20T12:00:00Z', 'depuis 40 jours'],
    ['2026-07-29T12:00:00Z', 'depuis 4 mois'],
    ['2026-11-30T12:00:00Z', 'aujourd’hui'],
  ]) {
    test(`${at} is said « ${said} »`, ({ assert }) => {
      assert.equal(since(new Date(at), now).replace(/\s/g, ' '), said)
    })
  }
})
