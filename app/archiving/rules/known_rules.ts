import type { RuleCategory } from '../formats/manifest_view.js'
import { ACCESS_CODES } from './access_codes.js'
import { parseDuration } from './duration.js'

/** A rule that a collectivite added. */
export interface OwnRule {
  category: RuleCategory
  code: string
}

/**
 * The categories where a rule may stand; null when nobody knows it. A plain duration is a DUA, as
 * asalae writes it; the AR codes are those of the Code du patrimoine.
 */
export function categoriesOfRule(rule: string, own: OwnRule[]): RuleCategory[] | null {
  const found = own.filter(({ code }) => code === rule).map(({ category }) => category)
  if (rule in ACCESS_CODES) found.push('Access')
  if (parseDuration(rule)) found.push('Appraisal')
  return found.length > 0 ? found : null
}
