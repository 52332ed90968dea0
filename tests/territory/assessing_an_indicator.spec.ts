import { assess } from '#app/territory/rules/assessment'
import { annualEstimate } from '#app/territory/rules/estimate'
import type { Indicator, IndicatorValue, ValueKind } from '#app/territory/rules/indicator'
import { calendarYear, parsePeriod } from '#app/territory/rules/period'
import { clampedForDisplay, progress } from '#app/territory/rules/progress'
import { type TargetOperator, isReached, threshold } from '#app/territory/rules/target'
import { test } from '@japa/runner'

const figure = (kind: ValueKind, value: number, period = calendarYear(2017)): IndicatorValue => ({
  kind,
  value,
  period,
  source: null,
  comment: null,
})

const visits: Indicator = {
  id: 'visits',
  title: 'Nombre de visites en ligne',
  unit: 'visites',
  nature: 'flow',
  precision: 0,
  wording: 'dépasser les 50,000/an – 39,000 oct.2017',
  target: { operator: 'gt', value: 50_000 },
  targetYear: null,
  values: [figure('baseline', 39_000, parsePeriod('2017-01-01', '2017-10-31'))],
}

test.group('a year to date carried over the year', () => {
  test('39 000 visits to October are an estimate of 46 800', ({ assert }) => {
    const period = parsePeriod('2017-01-01', '2017-10-31')
    assert.deepEqual(annualEstimate(39_000, period), { value: 46_800, months: 10 })
  })

  test('5 768 demarches to October are an estimate of 6 922', ({ assert }) => {
    const period = parsePeriod('2017-01-01', '2017-10-31')
    assert.equal(annualEstimate(5768, period)?.value, 6922)
  })

  test('a whole year, a cut month and a single summer are not carried over', ({ assert }) => {
    assert.isNull(annualEstimate(10, calendarYear(2017)))
    assert.isNull(annualEstimate(10, parsePeriod('2017-01-01', '2017-10-15')))
    assert.isNull(annualEstimate(10, parsePeriod('2017-06-01', '2017-08-31')))
  })

  test('what is counted on a day is never carried over', ({ assert }) => {
    const sites: Indicator = { ...visits, nature: 'stock' }
    const { baseline, estimated } = assess(sites)
    assert.equal(baseline?.value, 39_000)
    assert.isFalse(estimated)
  })

  test('the recorded figure stays beside its estimate', ({ assert }) => {
    const { baseline, estimated } = assess(visits)
    assert.equal(baseline?.recorded.value, 39_000)
    assert.equal(baseline?.value, 46_800)
    assert.isTrue(estimated)
  })
})

test.group('targets', () => {
  test('+20 % of 20 demarches are 24', ({ assert }) => {
    assert.equal(threshold({ operator: 'increase_percent', value: 20 }, 20), 24)
    assert.isNull(threshold({ operator: 'increase_percent', value: 20 }, null))
    assert.isNull(isReached({ operator: 'increase_percent', value: 20 }, 30, null))
  })

  const cases: [TargetOperator, number, boolean][] = [
    ['gt', 50_000, false],
    ['gt', 50_001, true],
    ['gte', 50_000, true],
    ['lt', 50_000, false],
    ['lte', 50_000, true],
    ['lte', 50_001, false],
  ]
  for (const [operator, value, expected] of cases) {
    test(`${value} ${expected ? 'reaches' : 'does not reach'} ${operator} 50000`, ({ assert }) => {
      assert.equal(isReached({ operator, value: 50_000 }, value, 0), expected)
    })
  }

  test('a decrease of 25 % from 80 is reached at 60', ({ assert }) => {
    const target = { operator: 'decrease_percent', value: 25 } as const
    assert.isTrue(isReached(target, 60, 80))
    assert.isFalse(isReached(target, 61, 80))
  })
})

test.group('progress', () => {
  test('the same formula serves a rise and a fall', ({ assert }) => {
    assert.deepEqual(progress(20, 24, 22), { known: true, ratio: 0.5 })
    assert.deepEqual(progress(100, 80, 90), { known: true, ratio: 0.5 })
    assert.deepEqual(progress(100, 80, 110), { known: true, ratio: -0.5 })
  })

  test('only the display is clamped', ({ assert }) => {
    assert.deepEqual(progress(20, 24, 30), { known: true, ratio: 2.5 })
    assert.equal(clampedForDisplay(2.5), 1)
    assert.equal(clampedForDisplay(-0.5), 0)
  })

  test('without a start, a target, a value or a distance it is unknown, with the reason', ({
    assert,
  }) => {
    assert.deepEqual(progress(null, 24, 22), { known: false, why: 'no_baseline' })
    assert.deepEqual(progress(20, null, 22), { known: false, why: 'no_target' })
    assert.deepEqual(progress(20, 24, null), { known: false, why: 'no_value' })
    assert.deepEqual(progress(20, 20, 20), { known: false, why: 'no_distance' })
  })

  test('progress starts from the estimate, not from the ten months', ({ assert }) => {
    const known = {
      ...visits,
      values: [...visits.values, figure('result', 48_400, calendarYear(2018))],
    }
    assert.deepEqual(assess(known).progress, { known: true, ratio: 0.5 })
    assert.isFalse(assess(known).reached)
  })

  test('a year is judged with what was known at its end', ({ assert }) => {
    const values = [2020, 2018, 2019].map((year) => figure('result', year, calendarYear(year)))
    const { latest, previous } = assess({ ...visits, values }, 2019)
    assert.equal(latest?.value, 2019)
    assert.equal(previous?.value, 2018)
  })
})
