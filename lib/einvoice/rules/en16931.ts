import { ADJUSTMENTS } from './en16931/adjustments.js'
import { BREAKDOWN } from './en16931/breakdown.js'
import { CII_STRUCTURE } from './en16931/cii_structure.js'
import { CII_VALUES } from './en16931/cii_values.js'
import { CODES } from './en16931/codes.js'
import { DECIMALS } from './en16931/decimals.js'
import { DOCUMENT } from './en16931/document.js'
import { LINES } from './en16931/lines.js'
import { PARTIES } from './en16931/parties.js'
import { REFERENCES } from './en16931/references.js'
import { TOTALS } from './en16931/totals.js'
import { UBL_STRUCTURE } from './en16931/ubl_structure.js'
import { VAT } from './en16931/vat/rules.js'
import { SPECIAL } from './en16931/vat/special.js'
import type { Rule } from './rule.js'

/** The rules of EN 16931-1 and of its two bindings, as of version 1.3.16 of the official ones. */
export const EN16931: Rule[] = [
  DOCUMENT,
  PARTIES,
  REFERENCES,
  LINES,
  ADJUSTMENTS,
  TOTALS,
  BREAKDOWN,
  VAT,
  SPECIAL,
  DECIMALS,
  CODES,
  CII_STRUCTURE,
  CII_VALUES,
  UBL_STRUCTURE,
].flat()
