import type { Invoice } from '../model/invoice.js'
import type { Rule, Severity } from './rule.js'

/** A rule that is broken, at one place. */
export interface Report {
  id: string
  term: string
  severity: Severity
  message: string
  /** The element to mend, as a path from the root. */
  at: string
}

/** Places that are told for one rule; a grouped bill may break it on each of its lines. */
const MOST_PLACES = 20

/** What an invoice breaks among these rules, in the order of the rules. */
export function apply(rules: Rule[], invoice: Invoice): Report[] {
  const judging = rules.filter((rule) => !rule.only || rule.only === invoice.syntax)
  return judging.flatMap((rule) => reportsOf(rule, invoice))
}

function reportsOf(rule: Rule, invoice: Invoice): Report[] {
  const { id, term, severity } = rule
  const reports: Report[] = []
  let more = 0
  for (const { node, mend } of rule.faults(invoice)) {
    if (reports.length === MOST_PLACES) more += 1
    else reports.push({ id, term, severity, message: mend ?? rule.mend, at: node.place })
  }
  if (more > 0) reports.at(-1)!.message += ` (${more} autres endroits sont dans le même cas.)`
  return reports
}
