import { daysNear, near } from '#lib/french/near'
import { inParis, type Moment } from '#lib/french/paris'
import { LANGUAGES, type Language } from './languages.js'

/** What `#lib/french/dates` says, in another language and of the same hour: that of Europe/Paris. */
export interface DateWords {
  day(moment: Moment): string
  longDay(moment: Moment): string
  hour(moment: Moment): string
  dayAndHour(moment: Moment): string
  relative(moment: Moment, now: Moment): string
  relativeDay(moment: Moment, today: Moment): string
}

const known = new Map<Language, DateWords>()

/** Made once a language: its formats take milliseconds to open. */
export function dateWords(language: Language): DateWords {
  const words = known.get(language) ?? wordsOf(LANGUAGES[language].locale)
  known.set(language, words)
  return words
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const LONG_DAY = { ...DAY, weekday: 'long' } as const
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function wordsOf(locale: string): DateWords {
  const said = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Europe/Paris' })
    return (moment: Moment) => format.format(inParis(moment).at)
  }
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
  }
}
