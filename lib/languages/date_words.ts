import type { DateTime } from 'luxon'
import { daysNear, near, span } from '#lib/french/near'
import { inParis, type Moment } from '#lib/french/paris'
import { LANGUAGES, type Language } from './languages.js'

/** What `#lib/french` says of dates, in another language and of the same hour: that of Europe/Paris. */
export interface DateWords {
  day(moment: Moment): string
  longDay(moment: Moment): string
  hour(moment: Moment): string
  dayAndHour(moment: Moment): string
  relative(moment: Moment, now: Moment): string
  relativeDay(moment: Moment, today: Moment): string
  /** « 12 days ago », where French says « depuis 12 jours ». */
  since(moment: Moment, now: Moment): string
  /** « in 12 days », « tomorrow ». */
  inDays(count: number): string
  month(moment: Moment): string
  /** From one month, or one day, to another. */
  months(from: Moment, to: Moment): string
  days(from: Moment, to: Moment): string
  /** In the zone of the moment; thousandths of a second when one decides. */
  toTheSecond(at: DateTime, thousandths: boolean): string
}

const known = new Map<Language, DateWords>()

/** Made once a language: its formats take milliseconds to open. */
export function dateWords(language: Language): DateWords {
  const words = known.get(language) ?? wordsOf(LANGUAGES[language].locale)
  known.set(language, words)
  return words
}

const MONTH = { month: 'long', year: 'numeric' } as const
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const LONG_DAY = { ...DAY, weekday: 'long' } as const
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const SECOND = { ...DAY, ...HOUR, second: '2-digit' } as const

/** Formats of a language, each made once for a zone: the zones are those of buyers, a dozen. */
function formatsOf(locale: string) {
  const known = new Map<string, Intl.DateTimeFormat>()
  return (options: Intl.DateTimeFormatOptions, timeZone = 'Europe/Paris') => {
    const key = JSON.stringify([options, timeZone])
    const format = known.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
    known.set(key, format)
    return format
  }
}

function wordsOf(locale: string): DateWords {
  const formats = formatsOf(locale)
  const said = (options: Intl.DateTimeFormatOptions) => {
    const format = formats(options)
    return (moment: Moment) => format.format(inParis(moment).at)
  }
  const saidFromTo = (options: Intl.DateTimeFormatOptions) => (from: Moment, to: Moment) =>
    formats(options).formatRange(inParis(from).at, inParis(to).at)
  const [day, hour] = [said(DAY), said(HOUR)]
  const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const around = (days: number) => distances.format(days, 'day')
  return {
    day,
    longDay: said(LONG_DAY),
    hour,
    dayAndHour: said({ ...LONG_DAY, ...HOUR }),
    relative(moment, now) {
      const seen = near(moment, now)
      if (seen.says === 'now') return distances.format(0, 'second')
      if (seen.says === 'distance') return distances.format(seen.count, seen.unit)
      // ICU gives no word to link them with: a comma is of all these languages
      if (seen.says === 'hour') return `${around(seen.days)}, ${hour(moment)}`
      return day(moment)
    },
    relativeDay(moment, today) {
      const days = daysNear(moment, today)
      return days === null ? day(moment) : around(days)
    },
    since(moment, now) {
      const { count, unit } = span(moment, now)
      return distances.format(-count, unit)
    },
    inDays: around,
    month: said(MONTH),
    months: saidFromTo(MONTH),
    days: saidFromTo(DAY),
    toTheSecond(at, thousandths) {
      const precise = thousandths ? ({ fractionalSecondDigits: 3 } as const) : {}
      return formats({ ...SECOND, ...precise }, at.zoneName ?? undefined).format(at.toMillis())
    },
  }
}
