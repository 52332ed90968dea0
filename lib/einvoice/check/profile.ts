import { normal } from '../model/path.js'
import type { Invoice } from '../model/invoice.js'
import { CDAR } from '../rules/cdar/rules.js'
import { EN16931 } from '../rules/en16931.js'
import { EXTENDED } from '../rules/extended.js'
import { FACTUR_X_BASIC_WL, FACTUR_X_EXTENDED } from '../rules/facturx.js'
import type { Rule } from '../rules/rule.js'

/** The names of the sets of rules, as the contract of `invoicing:check` spells them. */
export type SetName =
  | 'xsd'
  | 'en16931'
  | 'extended-ctc-fr'
  | 'factur-x'
  | 'br-fr'
  | 'cdar'
  | 'cpro'
  | 'container'
  | 'advice'

export interface RuleSet {
  set: SetName
  /** `basicwl` or `extended`, for a profile of Factur-X. */
  level?: string
  rules: Rule[]
}

/**
 * The rules of the profile that an invoice says it follows (BT-24): EXTENDED-CTC-FR, BASIC WL and
 * EXTENDED have their own; every other profile is judged as EN 16931, but for MINIMUM, which is no
 * invoice of EN 16931, and for a profile of Factur-X written in UBL, which does not exist.
 */
export function profileOf(invoice: Invoice): RuleSet | null {
  if (invoice.syntax === 'CDAR') return { set: 'cdar', rules: CDAR }
  if (invoice.syntax === 'PIVOT') return null
  const name = normal(invoice.text('BT-24') ?? '').toLowerCase()
  if (name.endsWith('extended-ctc-fr')) return { set: 'extended-ctc-fr', rules: EXTENDED }
  const level = /(factur-x\.eu|zugferd\.de):[0-9a-z]+:([a-z0-9]+)$/.exec(name)
  const [, family, word] = level ?? []
  if (!word || word === 'en16931' || word === 'comfort') return { set: 'en16931', rules: EN16931 }
  if (invoice.syntax === 'UBL' || word === 'minimum') return null
  if (word === 'basic') return { set: 'en16931', rules: EN16931 }
  if (family === 'zugferd.de') return null
  if (word === 'extended') return { set: 'factur-x', level: word, rules: FACTUR_X_EXTENDED }
  return word === 'basicwl'
    ? { set: 'factur-x', level: word, rules: FACTUR_X_BASIC_WL }
    : { set: 'en16931', rules: EN16931 }
}
