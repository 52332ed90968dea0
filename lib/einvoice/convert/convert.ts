import { readXml } from '#lib/xml/tree/reader'
import type { Invoice } from '../model/invoice.js'
import { invoiceOf } from '../read.js'
import { withoutGross } from './gross_price.js'
import { gather } from './gather.js'
import { toCii } from './to_cii.js'
import { toUbl } from './to_ubl.js'
import { first, take, type Target, type Terms } from './terms.js'

/** The invoice in the other syntax, or the terms that cannot be carried there. */
export type Converted = { text: string } | { uncarried: string[] }

/**
 * Writes an invoice in a syntax. What is written is read again: a term that would not come back as it
 * was is not carried, and then nothing is.
 */
export function convert(invoice: Invoice, target: Target): Converted {
  const { terms, uncarried } = gather(invoice)
  if (uncarried.length > 0) return { uncarried }
  const { text, lost } = (target === 'CII' ? toCii : toUbl)(structuredClone(terms))
  if (lost.length > 0) return { uncarried: [...new Set(lost)] }
  const again = gather(invoiceOf(readXml(Buffer.from(text)))!)
  // UBL says a total of tax where CII may say none.
  if (!first(terms, 'BT-110')) take(again.terms, 'BT-110')
  const changed = difference(flat(terms), flat(again.terms))
  return changed.length > 0 ? { uncarried: changed } : { text }
}

/** Each term with the groups that it stands in, their rank, and what it says. */
function flat(written: Terms, way = ''): string[] {
  const group = written.name === 'BG-25' ? withoutGross(written) : written
  const ranks = new Map<string, number>()
  const below = group.groups.flatMap((one) => {
    const rank = ranks.get(one.name) ?? 0
    ranks.set(one.name, rank + 1)
    return flat(one, `${way}${one.name}[${rank}]/`)
  })
  const terms = group.terms.map(({ name, text, attributes }) => {
    const said = Object.entries(attributes)
      .filter(([key]) => key !== 'currencyID')
      .sort()
    return `${way}${name} ${JSON.stringify([text, said])}`
  })
  return [...terms, ...below]
}

/** The names of the terms that are in one list and not as often in the other. */
function difference(before: string[], after: string[]): string[] {
  const left = new Map<string, number>()
  for (const one of before) left.set(one, (left.get(one) ?? 0) + 1)
  for (const one of after) left.set(one, (left.get(one) ?? 0) - 1)
  const names = [...left]
    .filter(([, count]) => count !== 0)
    .map(([one]) => one.split(' ')[0].split('/').at(-1)!)
  return [...new Set(names)]
}
