import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { lineTreeOf, type LineTree } from '../../model/line_tree.js'
import { judged, rule, whole, type Rule, type Verdict } from '../rule.js'

/** Modes of billing of several sellers. */
export const MANY = ['S8', 'B8', 'M8']

/** Modes of billing between two parties. */
export const TWO_WAY = ['S9', 'B9', 'M9']

const isOf = (invoice: Invoice, modes: string[]) => modes.includes(invoice.word('BT-23'))

type Judge = (line: Group, tree: LineTree, invoice: Invoice) => Verdict

/** A rule of invoices of several sellers (8) and of two ways (9), on each line or each sub-invoice. */
export const onLines = (
  id: string,
  term: string,
  mend: string,
  which: 'all' | 'groups' | 'details',
  holds: Judge,
  modes = [...MANY, ...TWO_WAY]
): Rule =>
  rule(id, term, mend, function* (invoice) {
    if (!isOf(invoice, modes)) return
    const tree = invoice.once(lineTreeOf)
    const lines =
      which === 'groups'
        ? tree.subInvoices
        : invoice.all('BG-25').filter((line) => which === 'all' || tree.statusOf(line) === 'DETAIL')
    for (const line of lines) yield* judged(line.node, () => holds(line, tree, invoice))
  })

/** A rule judged once on the tree of an invoice of these modes. */
export const once = (
  id: string,
  term: string,
  mend: string,
  modes: string[],
  holds: (tree: LineTree, invoice: Invoice) => boolean
) =>
  whole(
    id,
    term,
    mend,
    (invoice) => !isOf(invoice, modes) || holds(invoice.once(lineTreeOf), invoice)
  )
