import { DECIMALS } from './br_fr/decimals.js'
import { DOCUMENT } from './br_fr/document.js'
import { ITEMS } from './br_fr/items.js'
import { NOTES } from './br_fr/notes.js'
import { IDENTITIES } from './br_fr/parties.js'
import { PERSONS } from './br_fr/persons.js'
import { SEVERAL_SELLERS } from './br_fr/several_sellers.js'
import { VAT } from './br_fr/vat.js'
import type { Rule } from './rule.js'

/** The French rules (XP Z12-012 annex A, flow 2), as of version 1.4.0.03 of the official ones. */
export const BR_FR: Rule[] = [
  DOCUMENT,
  NOTES,
  IDENTITIES,
  PERSONS,
  VAT,
  ITEMS,
  DECIMALS,
  SEVERAL_SELLERS,
].flat()
