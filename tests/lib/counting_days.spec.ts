import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { DELAY_RULES, endOfHours, lastDayOf, lastNoticeBefore } from '#lib/french/delays'
import { easter } from '#lib/french/easter'
import { holidayOf, publicHolidays, workingDayFrom, type Territory } from '#lib/french/holidays'
import { LocalDate } from '#lib/values'
import { randomsFrom } from './proof/journal_fixture.js'

const day = (text: string) => LocalDate.parse(text)
const daysOf = (year: number, territory?: Territory) =>
  publicHolidays(year, territory).map((one) => one.day.toString().slice(5))

/** Oudin's rule (1940), by another path: a second opinion on every year. */
function easterOfOudin(year: number): string {
  const div = (a: number, b: number) => Math.floor(a / b)
  const [g, c] = [year % 19, div(year, 100)]
  const h = (c - div(c, 4) - div(8 * c + 13, 25) + 19 * g + 15) % 30
  const i = h - div(h, 28) * (1 - div(29, h + 1) * div(21 - g, 11))
  const l = i - ((year + div(year, 4) + i + 2 - c + div(c, 4)) % 7)
  const month = 3 + div(l + 40, 44)
  return `${year}-0${month}-${String(l + 28 - 31 * div(month, 4)).padStart(2, '0')}`
}

test.group('Public holidays', () => {
  const EASTERS = ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2019-04-21']
  for (const text of [...EASTERS, '2024-03-31', '2026-04-05', '2027-03-28', '2038-04-25']) {
    test(`Easter was or will be on ${text}`, ({ assert }) => {
      assert.equal(`${easter(day(text).year)}`, text)
    })
  }

  test('Easter is a Sunday from 22 March to 25 April, whoever counts it', ({ assert }) => {
    for (let year = 1700; year <= 2400; year++) {
      const sunday = easter(year)
      assert.equal(`${sunday}`, easterOfOudin(year))
      assert.equal(sunday.weekday, 7)
      assert.isTrue(`${sunday}`.slice(5) >= '03-22' && `${sunday}`.slice(5) <= '04-25')
    }
  })

  test('the whole country has eleven, in their order', ({ assert }) => {
    const MOVING = ['04-06', '05-14', '05-25']
    const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
    assert.deepEqual(daysOf(2026), [...MOVING, ...FIXED].sort())
    assert.equal(holidayOf(day('2026-04-06'))?.label, 'Lundi de Pâques')
    assert.isNull(holidayOf(day('2026-04-05')))
  })

  const ADDED: [territory: Territory, year: number, days: string[]][] = [
    ['metropole', 2026, []],
    ['saint-pierre-et-miquelon', 2026, []],
    ['alsace-moselle', 2026, ['04-03', '12-26']],
    ['guadeloupe', 2026, ['05-27']],
    ['martinique', 2026, ['05-22']],
    ['guyane', 2026, ['06-10']],
    ['reunion', 2026, ['12-20']],
    ['mayotte', 2026, ['04-27']],
    ['saint-martin', 2026, ['05-28']],
    ['saint-martin', 2016, ['05-27']],
    ['saint-barthelemy', 2026, ['10-09']],
    ['nouvelle-caledonie', 2026, ['09-24']],
    ['polynesie-francaise', 2026, ['03-05', '04-03', '11-20']],
    ['polynesie-francaise', 2025, ['03-05', '04-18', '11-20']],
    ['polynesie-francaise', 2024, ['03-05', '03-29', '06-29']],
    ['wallis-et-futuna', 2026, ['04-28', '07-29']],
  ]
  for (const [territory, year, days] of ADDED) {
    test(`${territory} in ${year} adds ${days.join(', ') || 'nothing'}`, ({ assert }) => {
      const common = daysOf(year)
      assert.deepEqual(
        daysOf(year, territory).filter((one) => !common.includes(one)),
        days
      )
    })
  }

  test('two feasts may fall on one day', ({ assert }) => {
    assert.deepEqual(
      publicHolidays(2008)
        .filter((one) => one.day.equals(day('2008-05-01')))
        .map(({ label }) => label),
      ['Fête du travail', 'Ascension']
    )
  })

  test('a closed day leads to the next working one, where one is', ({ assert }) => {
    const christmas = day('2026-12-25')
    assert.equal(`${workingDayFrom(christmas)}`, '2026-12-28')
    assert.equal(`${workingDayFrom(day('2028-12-25'))}`, '2028-12-26')
    assert.equal(`${workingDayFrom(day('2028-12-25'), 'alsace-moselle')}`, '2028-12-27')
  })
})

test.group('Delays, by the article that counts them', () => {
  const { civilProcedure, administrativeAppeal, prefectReferral, silence, personalData } =
    DELAY_RULES
  const CASES: [from: string, length: object, rule: object, last: string, why: string][] = [
    ['2021-01-03', { months: 2 }, administrativeAppeal, '2021-03-04', 'franc: one day more'],
    [
      '2015-03-27',
      { months: 2 },
      administrativeAppeal,
      '2015-05-28',
      'franc, from number to number',
    ],
    ['2007-10-01', { months: 2 }, administrativeAppeal, '2007-12-03', 'a Sunday is carried'],
    ['2023-10-12', { days: 15 }, administrativeAppeal, '2023-10-30', 'a Saturday is carried'],
    ['2022-12-20', { days: 15 }, administrativeAppeal, '2023-01-05', 'days, franc'],
    ['2026-12-31', { months: 2 }, administrativeAppeal, '2027-03-01', 'no 31 February'],
    ['2026-09-09', { months: 2 }, prefectReferral, '2026-11-10', 'before the armistice'],
    ['2026-09-10', { months: 2 }, prefectReferral, '2026-11-12', 'on the armistice'],
    ['2026-01-31', { months: 1 }, civilProcedure, '2026-03-02', '28 February is a Saturday'],
    ['2026-11-27', { days: 1 }, civilProcedure, '2026-11-30', 'Saturday'],
    ['2026-04-30', { days: 8 }, civilProcedure, '2026-05-11', '8 May, then a week-end'],
    ['2026-01-15', { months: 1, days: 15 }, civilProcedure, '2026-03-02', 'months before days'],
    ['2024-02-29', { years: 1 }, civilProcedure, '2025-02-28', 'no 29 February'],
    ['2026-05-15', { months: 2 }, silence, '2026-07-15', 'from number to number'],
    ['2026-09-11', { months: 2 }, silence, '2026-11-11', 'silence has no holiday'],
    ['2026-12-31', { months: 2 }, silence, '2027-02-28', 'the last day of the month'],
    ['2026-10-25', { months: 1 }, personalData, '2026-11-25', 'a month to answer'],
  ]
  for (const [from, length, rule, last, why] of CASES) {
    test(`${JSON.stringify(length)} from ${from} last until ${last}: ${why}`, ({ assert }) => {
      assert.equal(`${lastDayOf(day(from), length, rule as never)}`, last)
    })
  }

  test('a delay ends elsewhere on the holidays of elsewhere', ({ assert }) => {
    const length = { months: 1 }
    assert.equal(`${lastDayOf(day('2026-04-22'), length, civilProcedure)}`, '2026-05-22')
    assert.equal(
      `${lastDayOf(day('2026-04-22'), length, civilProcedure, 'martinique')}`,
      '2026-05-26'
    )
  })

  test('a last day is a working one, and no working day is lost', ({ assert }) => {
    const random = randomsFrom(94)
    for (let round = 0; round < 300; round++) {
      const from = day('2020-01-01').plusDays(random(4000))
      const length = { months: random(4), days: 1 + random(40) }
      const bare = lastDayOf(from, length, { article: '', isFranc: false, isCarried: false })
      const last = lastDayOf(from, length, civilProcedure)
      assert.isFalse(last.isBefore(bare), `${from}`)
      assert.equal(`${workingDayFrom(bare)}`, `${last}`)
      assert.isAtMost(bare.daysUntil(last), 5)
      assert.equal(
        `${workingDayFrom(bare.plusDays(1))}`,
        `${lastDayOf(from, length, administrativeAppeal)}`
      )
    }
  })

  test('hours are counted from hour to hour, through a change of the clocks', ({ assert }) => {
    const heard = DateTime.fromISO('2026-03-28T18:00', { zone: 'Europe/Paris' })
    assert.equal(endOfHours(heard, 48).toISO(), '2026-03-30T19:00:00.000+02:00')
  })

  test('a notice of clear days counts neither end', ({ assert }) => {
    assert.equal(`${lastNoticeBefore(day('2026-12-14'), 5)}`, '2026-12-08')
    assert.equal(`${lastNoticeBefore(day('2026-12-14'), 3)}`, '2026-12-10')
  })
})
