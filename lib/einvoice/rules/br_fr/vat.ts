import { path } from '../../model/path.js'
import { only, type Rule } from '../rule.js'
import { rate, category } from './vat_places.js'

const SETTLEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

const LINE = '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem'

const isHeading = (node: Parameters<ReturnType<typeof path>>[0]) =>
  path('../../AssociatedDocumentLineDocument/LineStatusReasonCode')(node).some(
    ({ text }) => text === 'GROUP' || text === 'INFORMATION'
  )

/** The categories and the rates of VAT that French law knows. */
export const VAT: Rule[] = [
  ...only('CII', [
    ...category(
      `${SETTLEMENT}/SpecifiedTradeAllowanceCharge/CategoryTradeTax`,
      'BT-95',
      'CategoryCode',
      ['BR-FR-15_BT-95_BT-102', 'BR-FR-15_BT-95_BT-102_LM'],
      () => false
    ),
    ...category(
      `${SETTLEMENT}/ApplicableTradeTax`,
      'BT-118',
      'CategoryCode',
      ['BR-FR-15_BT-95_BT-118', 'BR-FR-15_BT-95_BT-118_LM'],
      () => false
    ),
    ...category(
      `${LINE}/SpecifiedLineTradeSettlement/ApplicableTradeTax`,
      'BT-151',
      'CategoryCode',
      ['BR-FR-15_BT-95_BT-151', 'BR-FR-15_BT-95_BT-151_LM'],
      isHeading
    ),
    rate(
      `${SETTLEMENT}/SpecifiedTradeAllowanceCharge/CategoryTradeTax`,
      'BT-96',
      'RateApplicablePercent',
      'BR-FR-16_BT-96_BT-103',
      true
    ),
    rate(
      `${SETTLEMENT}/ApplicableTradeTax`,
      'BT-119',
      'RateApplicablePercent',
      'BR-FR-16_BT-119',
      true
    ),
    rate(
      `${LINE}/SpecifiedLineTradeSettlement/ApplicableTradeTax`,
      'BT-152',
      'RateApplicablePercent',
      'BR-FR-16_BT-152',
      true
    ),
  ]),
  ...only('UBL', [
    ...category(
      'AllowanceCharge/TaxCategory',
      'BT-95',
      'ID',
      ['BR-FR-15_BT-95_BT-102-1', 'BR-FR-15_BT-95_BT-102-2'],
      () => true
    ),
    ...category(
      'TaxTotal/TaxSubtotal/TaxCategory',
      'BT-118',
      'ID',
      ['BR-FR-15_BT-118-1', 'BR-FR-15_BT-118-2'],
      () => true
    ),
    ...category(
      'Item/ClassifiedTaxCategory',
      'BT-151',
      'ID',
      ['BR-FR-15_BT-151-1', 'BR-FR-08_BT-151-2'],
      () => true
    ),
    rate('AllowanceCharge/TaxCategory', 'BT-96', 'Percent', 'BR-FR-16_BT-96', false),
    rate('TaxTotal/TaxSubtotal/TaxCategory', 'BT-119', 'Percent', 'BR-FR-16_BT-119', false),
    rate('InvoiceLine/Item/ClassifiedTaxCategory', 'BT-152', 'Percent', 'BR-FR-16_BT-152', false),
  ]),
]
