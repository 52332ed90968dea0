import { Decimal } from '#lib/values'
import type { Group } from '../../../model/group.js'
import type { Invoice } from '../../../model/invoice.js'
import { cents } from '../../arithmetic.js'
import { codeOf } from './places.js'

/** What lines, charges and allowances of one category, or of one category and rate, come to. */
export class Sum {
  lines = Decimal.ZERO
  charges = Decimal.ZERO
  allowances = Decimal.ZERO
  /** How many lines, charges and allowances there are. */
  count = 0

  /** The base of VAT that they make. */
  get base(): Decimal {
    return cents(this.lines).plus(cents(this.charges)).minus(cents(this.allowances))
  }
}

const key = (category: string, rate: Decimal | null) =>
  rate === null ? category : `${category} ${rate.trimmed().toString()}`

/** The bases of VAT of an invoice, reckoned once: by category, then by category and rate. */
export class Bases {
  readonly #sums = new Map<string, Sum>()

  constructor(private readonly invoice: Invoice) {
    for (const line of invoice.all('BG-25')) this.#add(line, 'lines')
    for (const charge of invoice.all('BG-21')) this.#add(charge, 'charges')
    for (const allowance of invoice.all('BG-20')) this.#add(allowance, 'allowances')
  }

  /** What a category comes to, at one rate or at all. */
  of(category: string, rate: Decimal | null = null): Sum {
    return this.#sums.get(key(category, rate)) ?? new Sum()
  }

  #add(group: Group, part: 'lines' | 'charges' | 'allowances'): void {
    const [amount, category, rate] = TERMS[part]
    const owners = part === 'lines' ? group.all('BG-30') : [group]
    const categories = new Set(
      owners.flatMap((one) => one.texts(category).map((text) => codeOf(this.invoice, text)))
    )
    const rates = owners.flatMap((one) => one.texts(rate).map((text) => Decimal.tryParse(text)))
    const sum = Decimal.sum(
      group
        .texts(amount)
        .slice(0, 1)
        .flatMap((text) => Decimal.tryParse(text) ?? [])
    )
    for (const one of categories) {
      const names = new Set([key(one, null), ...rates.flatMap((at) => (at ? [key(one, at)] : []))])
      for (const name of names) {
        const total = this.#sums.get(name) ?? new Sum()
        this.#sums.set(name, total)
        total[part] = total[part].plus(sum)
        total.count += 1
      }
    }
  }
}

const TERMS = {
  lines: ['BT-131', 'BT-151', 'BT-152'],
  charges: ['BT-99', 'BT-102', 'BT-103'],
  allowances: ['BT-92', 'BT-95', 'BT-96'],
} as const

/** @see Bases */
export const basesOf = (invoice: Invoice) => new Bases(invoice)
