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
  return rule(id, term, mend, (invoice) => {
    const fault = faultOf(invoice, holds, invoice)
    return fault === null ? NO_FAULT : [fault]
  })
}

/** A rule judged on each group that `way` finds: `each('BG-25', 'BG-27')` are allowances of lines. */
export const each = (...way: string[]) => {
  const written = way.join('/')
  return (
    id: string,
    term: string,
    mend: string,
    holds: (group: Group, invoice: Invoice) => Verdict
  ): Rule =>
    rule(id, term, mend, (invoice) => broken(invoice.everyAt(written, way), holds, invoice))
}

/** A rule judged on each text or element that `find` gives. */
export function at(
  find: (invoice: Invoice) => Iterable<Found>,
  id: string,
  term: string,
  mend: string,
  holds: (found: Found, invoice: Invoice) => Verdict
): Rule {
  return rule(id, term, mend, (invoice) => broken(find(invoice), holds, invoice))
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

/** What nearly every rule finds: the same nothing, so that whoever asks a thousand of them goes on at once. */
export const NO_FAULT: readonly Fault[] = Object.freeze([])

type Judge<T, I> = (place: T, invoice: I) => Verdict

/**
 * Where a rule does not hold among these places. Most rules hold everywhere: nothing is made for
 * them, of a thousand rules and a hundred thousand lines.
 */
export function broken<T extends { node: XmlNode }, I>(
  places: Iterable<T>,
  holds: Judge<T, I>,
  invoice: I
): readonly Fault[] {
  let faults: Fault[] | null = null
  for (const place of places) {
    const fault = faultOf(place, holds, invoice)
    if (fault === null) continue
    if (faults === null) faults = [fault]
    else faults.push(fault)
  }
  return faults ?? NO_FAULT
}

/** The fault at one place, if a rule that finds its own does not hold there. */
export const judged = (node: XmlNode, judge: () => Verdict): readonly Fault[] =>
  broken([{ node }], judge, null)

/** A rule that cannot be computed fails alone, and says what could not be read. */
function faultOf<T extends { node: XmlNode }, I>(
  place: T,
  holds: Judge<T, I>,
  invoice: I
): Fault | null {
  try {
    const verdict = holds(place, invoice)
    if (verdict === true) return null
    return verdict === false ? { node: place.node } : { node: place.node, mend: verdict }
  } catch (error) {
    if (!(error instanceof NotComputable)) throw error
    const mend = `Cette règle ne peut pas être calculée : le terme ${error.term} vaut « ${error.written.slice(0, 40)} », qui n’est pas un nombre. Écrivez-le en chiffres, avec un point.`
    return { node: place.node, mend }
  }
}
