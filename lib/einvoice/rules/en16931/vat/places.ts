import type { Group } from '../../../model/group.js'
import { normal } from '../../../model/path.js'
import type { Invoice } from '../../../model/invoice.js'

/** Where a category of VAT is written: breakdown, line, allowance, charge, with its rate. */
export const PLACES = {
  breakdown: { way: ['BG-23'], code: 'BT-118', rate: 'BT-119' },
  line: { way: ['BG-25', 'BG-30'], code: 'BT-151', rate: 'BT-152' },
  allowance: { way: ['BG-20'], code: 'BT-95', rate: 'BT-96' },
  charge: { way: ['BG-21'], code: 'BT-102', rate: 'BT-103' },
} as const

export type Place = keyof typeof PLACES

/** The groups of a place that are of this category; `vat` when they must say so by the scheme VAT. */
export const ofCategory = (
  invoice: Invoice,
  place: Place,
  code: string,
  vat = true
): readonly Group[] => {
  const table = invoice.once(vat ? BY_SCHEME[place] : AS_WRITTEN[place])
  return table.get(code) ?? NOBODY
}

const NOBODY: readonly Group[] = Object.freeze([])

/** CII is compared as written, UBL without the spaces around. */
export const codeOf = ({ syntax }: Invoice, text: string) =>
  syntax === 'CII' ? text : normal(text)

type Table = Map<string, Group[]>

/** The groups of a place by their category: sorted once an invoice, for the ten rules of ten categories. */
const tables = (suffix: string) => {
  const sorting = ({ way, code }: (typeof PLACES)[Place]) => {
    const term = `${code}${suffix}`
    return (invoice: Invoice): Table => sorted(invoice, invoice.every(...way), term)
  }
  const { breakdown, line, allowance, charge } = PLACES
  return {
    breakdown: sorting(breakdown),
    line: sorting(line),
    allowance: sorting(allowance),
    charge: sorting(charge),
  }
}

const [BY_SCHEME, AS_WRITTEN] = [tables('-vat'), tables('')]

function sorted(invoice: Invoice, groups: Group[], term: string): Table {
  const table: Table = new Map()
  for (const group of groups) {
    for (const code of new Set(group.texts(term).map((text) => codeOf(invoice, text)))) {
      const same = table.get(code)
      if (same) same.push(group)
      else table.set(code, [group])
    }
  }
  return table
}
