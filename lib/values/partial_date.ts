import { LocalDate } from './local_date.js'
import { InvalidValue, tryParse } from './value.js'

const MOST_YEARS = 130
const WRONG = 'Cette date n’existe pas : écrivez jj/mm/aaaa, 00 pour un jour ou un mois inconnu.'

/**
 * A day of which the day or the month may be unknown, as civil status has it: `1992-00-00`,
 * `1977-00-03`. A column of type `date` cannot hold it; what it may be is an interval.
 */
export class PartialDate {
  private constructor(
    private readonly value: string,
    /** The first day that it may be. */
    readonly earliest: LocalDate,
    /** The last one. */
    readonly latest: LocalDate
  ) {
    Object.freeze(this)
  }

  /** Reads `1992-11-00`, or `00/11/1992` as people write it. */
  static parse(text: string): PartialDate {
    const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim())
    const iso = french ? `${french[3]}-${french[2]}-${french[1]}` : text.trim()
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
    if (!year) throw new InvalidValue('Écrivez la date sous la forme jj/mm/aaaa.')
    const days = interval(year, month, day)
    if (days === null) throw new InvalidValue(WRONG, 'date')
    return new PartialDate(iso, ...days)
  }

  static tryParse(text: string): PartialDate | null {
    return tryParse(() => PartialDate.parse(text))
  }

  /** The birth of a person who may live on `today`: neither to come, nor 130 years and a day old. */
  static parseBirth(text: string, today: LocalDate): PartialDate {
    const birth = PartialDate.parse(text)
    if (birth.earliest.isAfter(today)) {
      throw new InvalidValue('Cette date de naissance est à venir.', 'future')
    }
    if (isBeforeYearsAgo(birth.latest, today, MOST_YEARS)) {
      throw new InvalidValue(`Cette date de naissance a plus de ${MOST_YEARS} ans.`, 'too-old')
    }
    return birth
  }

  /** Whether a part is unknown. */
  get isPartial(): boolean {
    return /-00/.test(this.value)
  }

  /** Year, month and day in digits; `null` for what is unknown. */
  get parts(): [year: string, month: string | null, day: string | null] {
    const [year, ...rest] = this.value.split('-')
    const [month, day] = rest.map((part) => (part === '00' ? null : part))
    return [year, month, day]
  }

  toJSON() {
    return this.value
  }

  toString() {
    return this.value
  }
}

/** The first and the last day that it may be; null when there is no such day. */
function interval(year: string, month: string, day: string): [LocalDate, LocalDate] | null {
  const months = (month === '00' ? TWELVE : [month]).filter(
    (of) => TWELVE.includes(of) && (day === '00' || day <= lastDayIn(year, of))
  )
  if (months.length === 0) return null
  const [first, last] = [months[0], months.at(-1)!]
  const [one, other] = day === '00' ? ['01', lastDayIn(year, last)] : [day, day]
  const ends = [`${year}-${first}-${one}`, `${year}-${last}-${other}`].map(LocalDate.tryParse)
  const [earliest, latest] = ends
  return earliest && latest && [earliest, latest]
}

const TWELVE = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

const lastDayIn = (year: string, month: string) =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())

/** Compared as texts: 29 February has its day in every year, and no calendar moves it. */
function isBeforeYearsAgo(day: LocalDate, today: LocalDate, years: number): boolean {
  const limit = String(today.year - years).padStart(4, '0') + today.toString().slice(4)
  return day.toString() < limit
}
