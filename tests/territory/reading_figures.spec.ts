import { formatNumber, formatPercent, parseNumber } from '#app/territory/rules/french_number'
import { isYearToDate, parsePeriod, periodLabel, wholeMonths } from '#app/territory/rules/period'
import { parseTarget } from '#app/territory/rules/target'
import { test } from '@japa/runner'

test.group('figures as people write them', () => {
  const cases: [string, number | null][] = [
    ['50,000', 50_000],
    ['39,000', 39_000],
    ['1,250,000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['46 800', 46_800],
    ['46\u202f800,5', 46_800.5],
    ['3,5', 3.5],
    ['0,125', 0.125],
    ['1.5', 1.5],
    ['−12', -12],
    ['5768', 5768],
    ['', null],
    ['environ 20', null],
    ['1,2,3', null],
    ['12e3', null],
  ]
  for (const [written, expected] of cases) {
    test(`« ${written} » is ${expected}`, ({ assert }) => {
      assert.strictEqual(parseNumber(written), expected)
    })
  }

  test('figures are shown with narrow spaces and a comma', ({ assert }) => {
    assert.equal(formatNumber(1_234_567.891), '1\u202f234\u202f567,89')
    assert.equal(formatNumber(-46_800), '−46\u202f800')
    assert.equal(formatNumber(999), '999')
    assert.equal(formatPercent(1.2345), '123\u202f%')
  })
})

test.group('targets as people write them', () => {
  test('operators are understood in symbols and in words', ({ assert }) => {
    assert.deepEqual(parseTarget('> 50,000'), { operator: 'gt', value: 50_000 })
    assert.deepEqual(parseTarget('dépasser les 7000'), { operator: 'gt', value: 7000 })
    assert.deepEqual(parseTarget('≥ 24'), { operator: 'gte', value: 24 })
    assert.deepEqual(parseTarget('au plus 12'), { operator: 'lte', value: 12 })
    assert.deepEqual(parseTarget('+20\u202f%'), { operator: 'increase_percent', value: 20 })
    assert.deepEqual(parseTarget('-10 %'), { operator: 'decrease_percent', value: 10 })
    assert.deepEqual(parseTarget('38'), { operator: 'gte', value: 38 })
    assert.isNull(parseTarget('beaucoup'))
  })
})

test.group('periods', () => {
  test('January to October is a year to date of ten months', ({ assert }) => {
    const period = parsePeriod('2017-01-01', '2017-10-31')
    assert.isTrue(isYearToDate(period))
    assert.equal(wholeMonths(period), 10)
    assert.equal(periodLabel(period), 'janvier à octobre 2017')
  })

  test('a whole year is named by its number and is not a year to date', ({ assert }) => {
    const period = parsePeriod('2019-01-01', '2019-12-31')
    assert.isFalse(isYearToDate(period))
    assert.equal(periodLabel(period), '2019')
  })

  test('a month, a span over two years and a cut month are told apart', ({ assert }) => {
    assert.equal(periodLabel(parsePeriod('2018-02-01', '2018-02-28')), 'février 2018')
    assert.equal(periodLabel(parsePeriod('2017-09-01', '2018-08-31')), 'septembre 2017 à août 2018')
    assert.isNull(wholeMonths(parsePeriod('2018-01-01', '2018-10-15')))
    assert.match(
      periodLabel(parsePeriod('2018-01-01', '2018-10-15')),
      /^du 1(er)? janvier 2018 au 15/
    )
  })

  test('a period cannot end before it starts', ({ assert }) => {
    assert.throws(() => parsePeriod('2018-02-01', '2018-01-31'), RangeError)
  })
})
