import {
  halfYearOf,
  paymentClock,
  type EcbRate,
  type Life,
  type PaymentClock,
} from '#lib/einvoice/clock'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import { Decimal, LocalDate } from '#lib/values'

/** CCP, art. R2192-10: thirty days for the local bodies and their establishments. */
export const DELAY_DAYS = 30

export interface Lived {
  /** `2026-11-20`; null while Chorus Pro has not made it available: no delay runs. */
  availableOn: string | null
  serviceDoneOn: string | null
  paidOn: string | null
  /** What is owed, as the base writes it. */
  amount: string
  /** What it went through, each with its day in Paris. */
  passed: { status: InvoiceState; on: string }[]
}

/**
 * The delay of payment of an invoice, and what its lateness costs by the rates that the operator said;
 * null while none runs.
 */
export function clockOf(lived: Lived, rates: EcbRate[] = []): PaymentClock | null {
  if (lived.availableOn === null) return null
  const day = (text: string | null) => (text === null ? null : LocalDate.parse(text))
  const life: Life = {
    delayDays: DELAY_DAYS,
    madeAvailableOn: LocalDate.parse(lived.availableOn),
    serviceDoneOn: day(lived.serviceDoneOn),
    events: lived.passed.flatMap(({ status, on }) =>
      status === 'suspended' || status === 'completed'
        ? [{ type: status, on: LocalDate.parse(on) }]
        : []
    ),
    paidOn: day(lived.paidOn),
    amount: Decimal.parse(lived.amount),
    rates: [],
  }
  const { dueOn } = paymentClock(life)
  return paymentClock({ ...life, rates: dueOn ? ratesFor(dueOn, rates) : [] })
}

/** Of the half-year where interest begins: that of the one before may have been another. */
const ratesFor = (dueOn: LocalDate, rates: EcbRate[]) =>
  rates.filter(({ from }) => from.equals(halfYearOf(dueOn.plusDays(1))))
