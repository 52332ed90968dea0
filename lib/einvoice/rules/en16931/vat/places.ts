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
export const ofCategory = (invoice: Invoice, place: Place, code: string, vat = true): Group[] => {
  const { way, code: term } = PLACES[place]
  return grouped(invoice, way, vat ? `${term}-vat` : term).get(code) ?? []
}

/** CII is compared as written, UBL without the spaces around. */
export const codeOf = ({ syntax }: Invoice, text: string) =>
  syntax === 'CII' ? text : normal(text)

const kept = new WeakMap<Invoice, Map<string, Map<string, Group[]>>>()

function grouped(invoice: Invoice, way: readonly string[], term: string): Map<string, Group[]> {
  const tables = kept.get(invoice) ?? new Map<string, Map<string, Group[]>>()
  kept.set(invoice, tables)
  let table = tables.get(term)
  if (!table) {
    table = new Map()
    for (const group of invoice.every(...way)) {
      for (const code of new Set(group.texts(term).map((text) => codeOf(invoice, text)))) {
        const same = table.get(code)
        if (same) same.push(group)
        else table.set(code, [group])
      }
    }
    tables.set(term, table)
  }
  return table
}
