import { ADVICE } from './rules/advice.js'
import { BR_FR } from './rules/br_fr.js'
import { CDAR } from './rules/cdar/rules.js'
import { CPRO } from './rules/cpro.js'
import { EN16931 } from './rules/en16931.js'
import { EXTENDED } from './rules/extended.js'
import { PIVOT_RULES } from './rules/pivot.js'
import { FACTUR_X_BASIC_WL, FACTUR_X_EXTENDED } from './rules/facturx.js'

/** Every rule that we have, by set. */
export const RULE_SETS = {
  en16931: EN16931,
  extended: EXTENDED,
  facturXExtended: FACTUR_X_EXTENDED,
  facturXBasicWl: FACTUR_X_BASIC_WL,
  brFr: BR_FR,
  cdar: CDAR,
  cpro: CPRO,
  pivot: PIVOT_RULES,
  advice: ADVICE,
}
