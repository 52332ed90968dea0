import { Decimal, type LocalDate } from '#lib/values'
import { interestOf, type EcbRate } from './interest.js'

/** What happened to an invoice that a public body has to pay. */
export interface Life {
  /** 30 days for a local body, 50 for a hospital (CCP, art. R2192-10). */
  delayDays: number
  /** When the portal made it available (CCP, art. R2192-15). */
  madeAvailableOn: LocalDate
  /** When the service was executed; null when it was before. */
  serviceDoneOn: LocalDate | null
  events: { type: 'suspended' | 'completed'; on: LocalDate }[]
  paidOn: LocalDate | null
  /** What is owed, in euros. */
  amount: Decimal
  rates: EcbRate[]
}

export interface PaymentClock {
  startsOn: LocalDate
  /** The last day on which payment is in time; null while the delay is interrupted. */
  dueOn: LocalDate | null
  /** Days from the day after `dueOn` to the day of payment included; 0 as long as nothing is paid. */
  daysLate: number
  /** Null when the table of rates begins too late. */
  interest: Decimal | null
  indemnity: Decimal
}

/** CCP, art. R2192-29: what an interrupted delay is at least, once it starts again. */
const LEAST_AFTER = 30
/** CCP, art. D2192-35, for the costs of recovery. */
const INDEMNITY = Decimal.of(4_000, 2)
const NOTHING = Decimal.of(0, 2)

/** The delay of payment of a public body, and what lateness costs (CCP, art. R2192-10 to R2192-36). */
export function paymentClock(life: Life): PaymentClock {
  const { madeAvailableOn, serviceDoneOn, paidOn, amount, rates } = life
  const startsOn = serviceDoneOn?.isAfter(madeAvailableOn) ? serviceDoneOn : madeAvailableOn
  const dueOn = dueOf(life, startsOn)
  const daysLate = dueOn && paidOn ? Math.max(0, dueOn.daysUntil(paidOn)) : 0
  const isOwed = daysLate > 0 && !amount.isNegative() && !amount.isZero()
  return {
    startsOn,
    dueOn,
    daysLate,
    interest: dueOn && isOwed ? interestOf(amount, dueOn, daysLate, rates) : NOTHING,
    indemnity: isOwed ? INDEMNITY : NOTHING,
  }
}

/**
 * A delay is interrupted once only, while it runs (R2192-27): the first suspension counts, and what
 * ends it is the first completion from that day on. Every later one is written down and moves nothing.
 */
function dueOf({ delayDays, events, paidOn }: Life, startsOn: LocalDate): LocalDate | null {
  const due = startsOn.plusDays(delayDays)
  const inOrder = [...events].sort((one, other) => one.on.compareTo(other.on))
  const suspended = inOrder.find(({ type }) => type === 'suspended')?.on
  if (!suspended || suspended.isAfter(due) || (paidOn && suspended.isAfter(paidOn))) return due
  const completed = inOrder.find(({ type, on }) => type === 'completed' && !on.isBefore(suspended))
  if (!completed) return null
  // Before it has started, a delay has its whole length left.
  const left = Math.min(delayDays, suspended.daysUntil(due))
  const again = completed.on.isBefore(startsOn) ? startsOn : completed.on
  return again.plusDays(Math.max(LEAST_AFTER, left))
}
