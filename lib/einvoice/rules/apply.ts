import type { Invoice, Syntax } from '../model/invoice.js'
import { NO_FAULT, type Rule, type Severity } from './rule.js'

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
  const reports: Report[] = []
  for (const rule of rulesFor(invoice.syntax, rules)) report(rule, invoice, reports)
  return reports
}

const sorted = new WeakMap<Rule[], Map<Syntax, Rule[]>>()

/** Those that apply to a syntax, sorted once. */
function rulesFor(syntax: Syntax, rules: Rule[]): Rule[] {
  let bySyntax = sorted.get(rules)
  if (!bySyntax) sorted.set(rules, (bySyntax = new Map()))
  let applied = bySyntax.get(syntax)
  if (!applied) {
    applied = rules.filter(({ only }) => !only || only === syntax)
    bySyntax.set(syntax, applied)
  }
  return applied
}

function report(rule: Rule, invoice: Invoice, reports: Report[]): void {
  const faults = rule.faults(invoice)
  if (faults === NO_FAULT) return
  const { id, term, severity } = rule
  let count = 0
  for (const { node, mend } of faults) {
    count += 1
    if (count > MOST_PLACES) continue
    reports.push({ id, term, severity, message: mend ?? rule.mend, at: node.place })
  }
  const more = count - MOST_PLACES
  if (more > 0) reports.at(-1)!.message += ` (${more} autres endroits sont dans le même cas.)`
}
