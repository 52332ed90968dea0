import { workingDayFrom } from '#lib/french/holidays'
import type { LocalDate } from '#lib/values'

/** What is waited for, and of which procedure. */
export type AwaitedIn = 'AOO' | 'AOR-candidatures' | 'AOR-offres' | 'PAN-offres'

/** What shortens or not a minimum time. */
export interface Circumstances {
  /** Candidatures or offers may come on paper. */
  paper?: boolean
  /** A duly justified urgency. */
  urgent?: boolean
  /** A prior information notice was sent. */
  pin?: boolean
}

interface Minimum {
  article: string
  usual: number
  electronic: number
  urgent: number
  pin: number
}

/** Days, by the article of the code de la commande publique that sets them. */
const MINIMA: Record<AwaitedIn, Minimum> = {
  'AOO': { article: 'R2161-2 et R2161-3', usual: 35, electronic: 30, urgent: 15, pin: 15 },
  // A prior notice and electronic means change nothing to the time for candidatures.
  'AOR-candidatures': { article: 'R2161-6', usual: 30, electronic: 30, urgent: 15, pin: 30 },
  'AOR-offres': { article: 'R2161-7 et R2161-8', usual: 30, electronic: 25, urgent: 10, pin: 10 },
  'PAN-offres': { article: 'R2161-14 et R2161-15', usual: 30, electronic: 25, urgent: 10, pin: 10 },
}

export const AWAITED_IN = Object.keys(MINIMA) as AwaitedIn[]

/** The least number of days that candidatures or offers are waited for. */
export function minimumDays(
  awaited: AwaitedIn,
  { paper, urgent, pin }: Circumstances = {}
): number {
  const minimum = MINIMA[awaited]
  return Math.min(
    paper ? minimum.usual : minimum.electronic,
    urgent ? minimum.urgent : minimum.usual,
    pin ? minimum.pin : minimum.usual
  )
}

/**
 * The first day on which a deadline may fall: the day of sending does not count, the last one does,
 * and a Saturday, a Sunday or a holiday leaves it open to the next working day. It is not franc.
 */
export function firstDeadline(sent: LocalDate, days: number): LocalDate {
  return workingDayFrom(sent.plusDays(days))
}

const STANDSTILL_DAYS = { electronic: 11, paper: 16 }

/**
 * Between the letters of rejection and the signature (R2182-1): date to date, the day of sending and
 * the last one included, and no closed day moves it (CE, 2 August 2011, n° 347526).
 */
export function standstill(sent: LocalDate, by: keyof typeof STANDSTILL_DAYS) {
  const lastDay = sent.plusDays(STANDSTILL_DAYS[by] - 1)
  return { lastDay, signableFrom: lastDay.plusDays(1) }
}

/** The last day for publishing the essential data: two months from the notification (R2196-1). */
export function decpDue(notified: LocalDate): LocalDate {
  return notified.plusMonths(2)
}
