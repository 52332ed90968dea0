import type { XmlNode } from '#lib/xml/tree/element'
import { NotComputable, type Group } from '../model/group.js'
import type { Found } from '../model/path.js'
import type { Invoice, Syntax } from '../model/invoice.js'

export type Severity = 'fatal' | 'warning' | 'advice'

/** Where a rule is broken; `mend` when there is more to say than for the rule in general. */
export interface Fault {
  node: XmlNode
  mend?: string
}

export interface Rule {
  id: string
  /** The business term (BT) or group (BG) that has to be mended. */
  term: string
  /** One French sentence that says how to mend. */
  mend: string
  severity: Severity
  /** Where the rule is broken in an invoice; it applies to the syntax that it names, or to both. */
  faults(invoice: Invoice): Iterable<Fault>
  only?: Syntax
}

/** Whether a rule holds, or what to say where it does not. */
export type Verdict = boolean | string

/** A rule judged once on the whole invoice. */
export function whole(
  id: string,
  term: string,
  mend: string,
  holds: (invoice: Invoice) => Verdict
): Rule {
  return rule(id, term, mend, function* (invoice) {
    yield* judged(invoice.node, () => holds(invoice))
  })
}

/** A rule judged on each group that `way` finds: `each('BG-25', 'BG-27')` are allowances of lines. */
export const each =
  (...way: string[]) =>
  (
    id: string,
    term: string,
    mend: string,
    holds: (group: Group, invoice: Invoice) => Verdict
  ): Rule =>
    rule(id, term, mend, function* (invoice) {
      for (const group of invoice.every(...way)) {
        yield* judged(group.node, () => holds(group, invoice))
      }
    })

/** A rule judged on each text or element that `find` gives. */
export function at(
  find: (invoice: Invoice) => Iterable<Found>,
  id: string,
  term: string,
  mend: string,
  holds: (found: Found, invoice: Invoice) => Verdict
): Rule {
  return rule(id, term, mend, function* (invoice) {
    for (const found of find(invoice)) yield* judged(found.node, () => holds(found, invoice))
  })
}

/** A rule that finds its own faults. */
export const rule = (id: string, term: string, mend: string, faults: Rule['faults']): Rule => ({
  id,
  term,
  mend,
  severity: 'fatal',
  faults,
})

/** These rules for one syntax only: what the other has no place for is no rule there. */
export const only = (syntax: Syntax, rules: Rule[]): Rule[] =>
  rules.map((one) => ({ ...one, only: syntax }))

/** A rule that cannot be computed fails alone, and says what could not be read. */
export function* judged(node: XmlNode, judge: () => Verdict): Generator<Fault> {
  try {
    const verdict = judge()
    if (verdict === false) yield { node }
    else if (typeof verdict === 'string') yield { node, mend: verdict }
  } catch (error) {
    if (!(error instanceof NotComputable)) throw error
    const mend = `Cette règle ne peut pas être calculée : le terme ${error.term} vaut « ${error.written.slice(0, 40)} », qui n’est pas un nombre. Écrivez-le en chiffres, avec un point.`
    yield { node, mend }
  }
}
