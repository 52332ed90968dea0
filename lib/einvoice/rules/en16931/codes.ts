import { EXEMPTIONS } from '../../codes/vat.js'
import type { Invoice } from '../../model/invoice.js'
import { only, type Rule } from '../rule.js'
import { CII } from './codes_of_cii.js'
import { UBL } from './codes_of_ubl.js'
import { listed } from './listed.js'

const exemptions = (invoice: Invoice) =>
  invoice
    .named(invoice.syntax === 'CII' ? 'ExemptionReasonCode' : 'TaxExemptionReasonCode')
    .map((node) => ({ node, text: node.text.toUpperCase() }))

/** The codes of the lists that EN 16931 names (BR-CL). */
export const CODES: Rule[] = [
  ...only('CII', CII),
  ...only('UBL', UBL),
  listed(EXEMPTIONS, exemptions, 'BR-CL-22', 'BT-121', 'VATEX'),
]
