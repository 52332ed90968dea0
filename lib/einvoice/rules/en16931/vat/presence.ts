import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../../../model/path.js'
import type { Invoice } from '../../../model/invoice.js'
import type { Category } from './category.js'
import { ofCategory } from './places.js'

/**
 * Whether a category is broken down as often as it must: once when something is of it, and not at
 * all otherwise; S, L and M have a breakdown a rate.
 */
export function hasBreakdown(invoice: Invoice, { code }: Category): boolean {
  const isRated = ['S', 'L', 'M'].includes(code)
  return invoice.syntax === 'CII' ? inCii(invoice, code, isRated) : inUbl(invoice, code, isRated)
}

function inCii(invoice: Invoice, code: string, isRated: boolean): boolean {
  const split = ofCategory(invoice, 'breakdown', code, false).length
  const lines = ofCategory(invoice, 'line', code, false).length
  const others = invoice.once(adjusted).get(code) ?? 0
  if (isRated) return [lines, others].every((count) => count === 0 || count + split >= 2)
  if (split === 0) return code === 'O' || lines + others === 0
  return split === 1 && lines + others > 0
}

function inUbl(invoice: Invoice, code: string, isRated: boolean): boolean {
  const split = ofCategory(invoice, 'breakdown', code, code !== 'S').length
  const used =
    ofCategory(invoice, 'line', code, code !== 'S').length + (invoice.once(adjusted).get(code) ?? 0)
  if (isRated) return used > 0 === split > 0
  return used + split === 0 || split === 1
}

/** S is looked for whatever its scheme is. */
const isOfVat = (node: XmlNode) =>
  path('.[TaxScheme/ID~VAT]')(node).length > 0 || path('.[ID=S]')(node).length > 0

/** How many allowances and charges are of each category, those of the lines included. */
function adjusted(invoice: Invoice): Map<string, number> {
  const found =
    invoice.syntax === 'CII'
      ? invoice.named('CategoryTradeTax').flatMap((node) => path('CategoryCode')(node))
      : invoice
          .named('AllowanceCharge')
          .flatMap((node) => path('TaxCategory')(node))
          .filter(({ node }) => isOfVat(node))
          .flatMap(({ node }) => path('ID')(node))
  const counts = new Map<string, number>()
  for (const { text } of found) {
    const code = invoice.syntax === 'CII' ? text : text.trim()
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}
