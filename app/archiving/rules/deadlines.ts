import { ACCESS_CODES } from './access_codes.js'
import { dayAfter, parseDuration } from './duration.js'

/** When a rule comes to its term; `never`: it has no start, no end, or is not known to us. */
export type Deadline = { kind: 'day'; day: string } | { kind: 'never'; why: string }

export interface Hold {
  owner?: string
  reason?: string
  endsOn?: string
}

/** The end of a DUA. A rule without a start never matures (SEDA; Vitam, règles de gestion). */
export function endOfUse({ rule, startDate }: { rule: string; startDate?: string }): Deadline {
  const duration = parseDuration(rule)
  if (!duration) return { kind: 'never', why: `la durée « ${rule} » n’est pas connue` }
  if (!startDate) return { kind: 'never', why: 'le point de départ n’est pas connu' }
  return { kind: 'day', day: dayAfter(startDate, duration) }
}

/** The first day when anyone may read the unit (Code du patrimoine L213-2). */
export function opensOn({ rule, startDate }: { rule: string; startDate?: string }): Deadline {
  const code = ACCESS_CODES[rule]
  if (!code) return { kind: 'never', why: `le code « ${rule} » n’est pas connu` }
  if (code.delay === 'unlimited') return { kind: 'never', why: 'jamais communicable' }
  if (!startDate) return { kind: 'never', why: 'le point de départ n’est pas connu' }
  return { kind: 'day', day: dayAfter(startDate, code.delay) }
}

/**
 * The DUA that a unit obeys when several stand on it: the one that ends last, what never ends
 * before any other, and Keep before Destroy (SEDA: rules of one category add up).
 */
export function prevailingAppraisal<T extends Appraisal>(rules: T[]): T | undefined {
  const ends = (rule: T) => {
    const end = endOfUse({ rule: rule.rule, startDate: rule.startDate || undefined })
    return end.kind === 'day' ? end.day : '9999-12-31'
  }
  const keeps = (rule: T) => (rule.finalAction === 'Destroy' ? 0 : 1)
  return [...rules].sort((a, b) => keeps(b) - keeps(a) || ends(b).localeCompare(ends(a)))[0]
}

interface Appraisal {
  rule: string
  startDate?: string
  finalAction?: string
}

/**
 * Whether a unit may be proposed for elimination on a day: its DUA is over, it is to be
 * destroyed, and no hold stands. Without a final action the unit is kept (implicit Keep).
 */
export function mayBeEliminated(
  unit: {
    appraisal?: { rule: string; startDate?: string; finalAction?: 'Keep' | 'Destroy' }
    holds: Hold[]
  },
  today: string
): boolean {
  if (unit.appraisal?.finalAction !== 'Destroy') return false
  // "Until the 1st of March" covers that day too
  if (unit.holds.some(({ endsOn }) => endsOn === undefined || endsOn >= today)) return false
  const end = endOfUse(unit.appraisal)
  return end.kind === 'day' && end.day <= today
}
