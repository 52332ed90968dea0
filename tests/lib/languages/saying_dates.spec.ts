import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { relative } from '#lib/french/french'
import { since } from '#lib/french/since'
import { dateWords } from '#lib/languages/date_words'
import { LANGUAGES, languageCodes, type Language } from '#lib/languages/languages'

const AT = '2026-08-01T14:05:00+02:00'
const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000)

/** Root data of ICU: « -3 min », for a language of which it knows the months at best. */
const isKnown = (locale: string) =>
  Intl.DateTimeFormat.supportedLocalesOf([locale]).length === 1 &&
  !/^[-+]/.test(new Intl.RelativeTimeFormat(locale).format(-3, 'minute'))

test.group('A date in another language than French', () => {
  test('is of a language that this Node knows whole', ({ assert }) => {
    for (const code of languageCodes) assert.isTrue(isKnown(LANGUAGES[code].locale), code)
    // What would be said in English, or in figures: the day they are known, they may be offered
    for (const code of ['co', 'oc', 'gsw', 'frp', 'gcf', 'rcf', 'ty'])
      assert.isFalse(isKnown(code), code)
  })

  const WHOLE: [Language, string, string, string][] = [
    ['br', '1 Eost 2026', 'Sadorn 1 Eost 2026 da 14:05', '3 munut zo'],
    ['ca', '1 d’agost del 2026', 'dissabte, 1 d’agost del 2026, a les 14:05', 'fa 3 minuts'],
    ['de', '1. August 2026', 'Samstag, 1. August 2026 um 14:05', 'vor 3 Minuten'],
    ['en', '1 August 2026', 'Saturday, 1 August 2026 at 14:05', '3 minutes ago'],
    ['es', '1 de agosto de 2026', 'sábado, 1 de agosto de 2026, 14:05', 'hace 3 minutos'],
    [
      'eu',
      '2026(e)ko abuztuaren 1(a)',
      '2026(e)ko abuztuaren 1(a), larunbata (14:05)',
      'duela 3 minutu',
    ],
    ['it', '1 agosto 2026', 'sabato 1 agosto 2026 alle ore 14:05', '3 minuti fa'],
    ['nl', '1 augustus 2026', 'zaterdag 1 augustus 2026 om 14:05', '3 minuten geleden'],
    ['pt', '1 de agosto de 2026', 'sábado, 1 de agosto de 2026 às 14:05', 'há 3 minutos'],
  ]

  test('is said as its speakers say it: {0}')
    .with(WHOLE)
    .run(({ assert }, [language, day, whole, near]) => {
      const words = dateWords(language)
      assert.equal(words.day(AT), day)
      assert.equal(words.day('2026-08-01'), day, 'a legal day')
      assert.equal(words.dayAndHour(AT), whole)
      assert.equal(words.relative(AT, later(3)), near)
      assert.equal(words.hour(AT), '14:05')
      assert.include(words.longDay(AT), '2026')
    })

  test('has twelve months of its own, and seven days', ({ assert }) => {
    for (const code of languageCodes) {
      const { day, longDay } = dateWords(code)
      const of = (count: number, say: (text: string) => string, month: (n: number) => number) =>
        new Set(
          Array.from({ length: count }, (_, n) =>
            say(new Date(Date.UTC(2026, month(n), 1 + (month(n) ? 0 : n))).toISOString())
          ).map((said) => said.replaceAll(/\d/g, ''))
        )
      assert.equal(of(12, day, (n) => n).size, 12, code)
      assert.equal(of(7, longDay, () => 0).size, 7, code)
    }
  })

  test('goes from a day or a month to another', ({ assert }) => {
    const [english, basque] = [dateWords('en'), dateWords('eu')]
    // ICU holds a dash between thin spaces
    assert.equal(english.days('2026-01-01', '2026-10-31'), '1 January\u2009–\u200931 October 2026')
    assert.equal(english.months('2026-01-01', '2026-10-31'), 'January\u2009–\u2009October 2026')
    assert.equal(english.month('2026-01-31'), 'January 2026')
    assert.equal(basque.months('2017-01-01', '2017-10-31'), '2017(e)ko urtarrila–urria')
    // In Paris it is August already
    assert.equal(english.month('2026-07-31T22:30:00Z'), 'August 2026')
  })

  test('is since a day or some months, as in French', ({ assert }) => {
    const said = (days: number) => [
      since(AT, later(days * 1440)),
      dateWords('de').since(AT, later(days * 1440)),
    ]
    assert.deepEqual(said(-1), ['aujourd’hui', 'heute'])
    assert.deepEqual(said(0), ['aujourd’hui', 'heute'])
    assert.deepEqual(said(1), ['depuis hier', 'gestern'])
    assert.deepEqual(said(89), ['depuis 89 jours', 'vor 89 Tagen'])
    assert.deepEqual(said(92), ['depuis 3 mois', 'vor 3 Monaten'])
  })

  test('is said to the second in the zone of who decides', ({ assert }) => {
    const noumea = DateTime.fromISO('2026-12-15T01:00:00.250Z', { zone: 'Pacific/Noumea' })
    const { toTheSecond } = dateWords('en')
    assert.equal(toTheSecond(noumea, false), '15 December 2026 at 12:00:00')
    assert.equal(toTheSecond(noumea, true), '15 December 2026 at 12:00:00.250')
    assert.equal(toTheSecond(noumea.setZone('Europe/Paris'), false), '15 December 2026 at 02:00:00')
  })

  test('is near and far when French says so, and of the same hour', ({ assert }) => {
    const english = dateWords('en')
    const said = (minutes: number) => [
      relative(AT, later(minutes)),
      english.relative(AT, later(minutes)),
    ]
    assert.deepEqual(said(0), ['à l’instant', 'now'])
    assert.deepEqual(said(125), ['il y a 2 heures', '2 hours ago'])
    assert.deepEqual(said(-125), ['dans 2 heures', 'in 2 hours'])
    assert.deepEqual(said(480), ['aujourd’hui à 14\u202fh\u202f05', 'today, 14:05'])
    assert.deepEqual(said(1440), ['hier à 14\u202fh\u202f05', 'yesterday, 14:05'])
    assert.deepEqual(said(-1440), ['demain à 14\u202fh\u202f05', 'tomorrow, 14:05'])
    assert.deepEqual(said(3 * 1440), ['il y a 3 jours', '3 days ago'])
    assert.deepEqual(said(8 * 1440), ['1er août 2026', '1 August 2026'])
    // Half past eleven at night in London is tomorrow here
    assert.equal(english.dayAndHour('2026-07-31T22:30:00Z'), 'Saturday, 1 August 2026 at 00:30')
    assert.deepEqual(
      ['2026-08-01', '2026-08-02', '2026-08-05', '2026-09-05'].map((day) =>
        english.relativeDay(day, '2026-08-01')
      ),
      ['today', 'tomorrow', 'in 4 days', '5 September 2026']
    )
  })
})
