import { test } from '@japa/runner'
import {
  asTyped,
  lineOf,
  lineProblem,
  rangesIn,
  weekForMachines,
  weekInWords,
} from '../../app/portal/rules/opening_hours.js'

const problem = (typed: string) => (rangesIn(typed) as { problem?: string }).problem ?? ''

test.group('Opening hours', () => {
  test('are read as people write them', ({ assert }) => {
    const wanted = [
      ['09:00', '12:00'],
      ['14:00', '17:30'],
    ]
    for (const typed of [
      '9h-12h, 14h-17h30',
      '9 h à 12 h et 14 h à 17 h 30',
      '09:00 – 12:00 / 14:00 – 17:30',
      '9H-12H;14H-17H30',
    ])
      assert.deepEqual(rangesIn(typed) as unknown, wanted, typed)
    assert.deepEqual(rangesIn(' '), [])
  })

  test('that mean nothing are refused in words', ({ assert }) => {
    for (const typed of ['matin', '9-12', '25h-26h', '9h', '9h-12h-14h', '9h-12h75'])
      assert.match(problem(typed), /Écrivez comme/, typed)
    assert.match(problem('12h-9h'), /La fermeture suit l’ouverture/)
    assert.match(problem('9h-12h, 11h-14h'), /se recouvrent/)
  })

  test('come back to the form as they were, and to the page in words', ({ assert }) => {
    const ranges = rangesIn('9h-12h, 14h-17h30') as [string, string][]
    assert.equal(asTyped(ranges), '9h-12h, 14h-17h30')
    const line = lineOf('mardi', ranges)
    assert.isNull(lineProblem(line))
    assert.match(lineProblem('mardy 09:00-12:00')!, /commence par un jour/)
    const week = weekInWords([line])
    assert.deepEqual(week[0], { day: 'Lundi', hours: 'fermé' })
    assert.equal(week[1].hours.replaceAll('\u00a0', ' '), '9 h à 12 h, 14 h à 17 h 30')
    assert.deepEqual(weekInWords([]), [])
    assert.deepEqual(weekForMachines([line]), ['Tu 09:00-12:00', 'Tu 14:00-17:30'])
  })
})
