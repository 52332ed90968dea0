import { DateTime } from 'luxon'
import { inParis } from '#lib/french/paris'
import { InvalidValue, tryParse } from './value.js'

const DAY_MS = 86_400_000

/** There is no year 0000: PostgreSQL refuses it. A day too many is that of the next month, for a Date. */
const exists = (iso: string): boolean => {
  if (!/^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso)) return false
  return new Date(iso).toISOString().startsWith(iso)
}

/** A legal day, without hour nor zone: the date of a decision, of a deadline. */
export class LocalDate {
  private constructor(private readonly value: string) {
    Object.freeze(this)
  }

  /** Reads `2026-11-22`, or `22/11/2026` as people write it. */
  static parse(text: string): LocalDate {
    const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim())
    const iso = french ? `${french[3]}-${french[2]}-${french[1]}` : text.trim()
    if (!exists(iso)) {
      throw new InvalidValue('Cette date n’existe pas : écrivez-la sous la forme jj/mm/aaaa.')
    }
    return new LocalDate(iso)
  }

  static tryParse(text: string): LocalDate | null {
    return tryParse(() => LocalDate.parse(text))
  }

  /** The day that it is in France, or in another zone, at this instant. */
  static at(instant: DateTime, zone?: string): LocalDate {
    if (zone) return new LocalDate(instant.setZone(zone).toISODate()!)
    // Asked at each page: luxon builds a calendar for it
    return new LocalDate(new Date(inParis(instant).dayNumber * DAY_MS).toISOString().slice(0, 10))
  }

  get year() {
    return Number(this.value.slice(0, 4))
  }

  /** 1 for Monday, 7 for Sunday. */
  get weekday() {
    return this.#luxon().weekday
  }

  plusDays(days: number) {
    return new LocalDate(this.#luxon().plus({ days }).toISODate()!)
  }

  plusMonths(months: number) {
    return new LocalDate(this.#luxon().plus({ months }).toISODate()!)
  }

  plusYears(years: number) {
    return new LocalDate(this.#luxon().plus({ years }).toISODate()!)
  }

  daysUntil(other: LocalDate) {
    return other.#luxon().diff(this.#luxon(), 'days').days
  }

  compareTo(other: LocalDate): number {
    return this.value < other.value ? -1 : this.value > other.value ? 1 : 0
  }

  isAfter(other: LocalDate) {
    return this.compareTo(other) > 0
  }

  isBefore(other: LocalDate) {
    return this.compareTo(other) < 0
  }

  equals(other: LocalDate) {
    return this.value === other.value
  }

  /** `20261122`, as file names carry it. */
  compact() {
    return this.value.replaceAll('-', '')
  }

  /** `22 novembre 2026`, and `1er` on the first day of a month. */
  toFrench() {
    return this.#luxon().setLocale('fr').toFormat('d MMMM yyyy').replace(/^1 /, '1er ')
  }

  toJSON() {
    return this.value
  }

  toString() {
    return this.value
  }

  #luxon() {
    return DateTime.fromISO(this.value, { zone: 'utc' })
  }
}
