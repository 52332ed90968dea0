import { Decimal } from '#lib/values'
import type { Invoice } from '../../model/invoice.js'
import { cents } from '../arithmetic.js'
import { type Part, partsOfUbl, partsOfCii, type Tax } from './base_parts.js'

/** What one breakdown adds up, and how many amounts that makes: each may be a cent away. */
export interface ExtendedSum {
  base: Decimal
  count: number
}

const KINDS = ['lines', 'charges', 'logistics', 'allowances'] as const

/**
 * The bases of VAT by category, rate and reason of exemption: in the extensions several breakdowns of
 * one category and rate may stand beside each other, each with its reason.
 */
export class ExtendedBases {
  readonly #sums = new Map<string, Record<Part['kind'], Decimal> & { count: number }>()

  constructor(invoice: Invoice) {
    const parts = invoice.syntax === 'CII' ? partsOfCii(invoice) : partsOfUbl(invoice)
    for (const { kind, amount, taxes } of parts) {
      for (const key of new Set(taxes.flatMap(keysOf))) {
        const sum = this.#sums.get(key) ?? {
          lines: Decimal.ZERO,
          allowances: Decimal.ZERO,
          charges: Decimal.ZERO,
          logistics: Decimal.ZERO,
          count: 0,
        }
        sum[kind] = sum[kind].plus(amount)
        sum.count += 1
        this.#sums.set(key, sum)
      }
    }
  }

  /** By category and rate, the reason told apart or not; by category alone when there is no rate. */
  of({ category, rate, code, reason }: Tax, isExact: boolean): ExtendedSum {
    const keys = keysOf({ category, rate, code, reason })
    const sum = this.#sums.get(isExact ? keys[1] : keys[0])
    if (!sum) return { base: Decimal.ZERO, count: 0 }
    const [lines, charges, logistics, allowances] = KINDS.map((kind) => cents(sum[kind]))
    return { base: lines.plus(charges).plus(logistics).minus(allowances), count: sum.count }
  }
}

/** @see ExtendedBases */
export const extendedBasesOf = (invoice: Invoice) => new ExtendedBases(invoice)

/** What is not subject to VAT has no rate. */
const keysOf = ({ category, rate, code, reason }: Tax): [string, string] => {
  const at = category === 'O' ? '' : (Decimal.tryParse(rate)?.trimmed().toString() ?? rate)
  return [`${category}|${at}`, `${category}|${at}|${code}|${reason}`]
}
