import { lineTreeOf, type LineTree } from '../../model/line_tree.js'
import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { judged, rule, type Rule, type Verdict } from '../rule.js'

/** A rule on each line, or on each line whose amount is added up. */
export const onLines = (
  id: string,
  term: string,
  mend: string,
  which: 'all' | 'added',
  holds: (line: Group, tree: LineTree, invoice: Invoice) => Verdict
): Rule =>
  rule(id, term, mend, function* (invoice) {
    const tree = invoice.once(lineTreeOf)
    for (const line of invoice.all('BG-25')) {
      if (which === 'all' || tree.isAdded(line))
        yield* judged(line.node, () => holds(line, tree, invoice))
    }
  })
