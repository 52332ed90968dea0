import type { ManifestView, RuleView } from '../manifest_view.js'
import type { IngestTerms } from './agreement.js'
import { ko, ok, type IngestEvent } from './outcome.js'

const SCHEMA = 'CHECK_UNIT_SCHEMA'
const RULES = 'UNITS_RULES_COMPUTE'

/** CHECK_UNIT_SCHEMA: titles, and dates that can be. */
export function checkUnits({ units }: ManifestView): IngestEvent {
  const untitled = units.filter(({ title, attaches }) => title === '' && !attaches)
  if (untitled.length > 0) {
    return ko(
      SCHEMA,
      'EMPTY_REQUIRED_FIELD',
      'Une unité n’a pas de titre.',
      untitled.map(({ id }) => id)
    )
  }
  const beyond = units.filter(({ startDate, endDate }) => isBeyond(startDate) || isBeyond(endDate))
  if (beyond.length > 0) {
    return ko(
      SCHEMA,
      'RULE_DATE_THRESHOLD',
      'Une unité porte une date au-delà de l’an 9000.',
      beyond.map(({ id }) => id)
    )
  }
  const reversed = units.filter(
    ({ startDate, endDate }) => startDate !== '' && endDate !== '' && endDate < startDate
  )
  if (reversed.length > 0) {
    return ko(
      SCHEMA,
      'CONSISTENCY',
      'Une unité se termine avant de commencer.',
      reversed.map(({ id }) => id)
    )
  }
  return ok(SCHEMA, 'La description de chaque unité est complète et cohérente.')
}

/** UNITS_RULES_COMPUTE: every rule is in the referential, in its own category. */
export function checkRules(manifest: ManifestView, terms: IngestTerms): IngestEvent {
  const rules = [...manifest.rules, ...manifest.units.flatMap((unit) => unit.rules)]
  const unknown = rules.filter(({ rule }) => terms.categoriesOfRule(rule) === null)
  if (unknown.length > 0)
    return ko(RULES, 'UNKNOWN', 'Une règle de gestion n’est pas connue.', names(unknown))
  const misplaced = rules.filter(
    ({ rule, category }) => !terms.categoriesOfRule(rule)!.includes(category)
  )
  if (misplaced.length > 0) {
    return ko(
      RULES,
      'CONSISTENCY',
      'Une règle de gestion est d’une autre catégorie que la sienne.',
      names(misplaced)
    )
  }
  const tooLate = rules.filter(({ startDate }) => isBeyond(startDate))
  if (tooLate.length > 0) {
    return ko(
      SCHEMA,
      'RULE_DATE_THRESHOLD',
      'Une règle commence au-delà de l’an 9000.',
      names(tooLate)
    )
  }
  return ok(RULES, 'Les règles de gestion sont connues et leurs échéances sont calculées.')
}

function names(rules: RuleView[]): string[] {
  return [...new Set(rules.map(({ rule }) => rule))]
}

function isBeyond(date: string): boolean {
  const year = Number(/^(\d{4,})/.exec(date)?.[1] ?? 0)
  return year >= 9000
}
