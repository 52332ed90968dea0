import { DOCUMENT_TYPES, MEDIA_TYPES, TAX_POINTS_CII } from '../../codes/documents.js'
import { ADDRESS_SCHEMES, IDENTIFIER_SCHEMES, ITEM_CLASSES } from '../../codes/identifiers.js'
import { NOTE_SUBJECTS } from '../../codes/notes.js'
import { ALLOWANCE_REASONS, CHARGE_REASONS, PAYMENT_MEANS } from '../../codes/payment.js'
import { COUNTRIES, CURRENCIES } from '../../codes/places.js'
import { REFERENCE_TYPES } from '../../codes/references.js'
import { UNITS } from '../../codes/units.js'
import { VAT_CATEGORIES } from '../../codes/vat.js'
import type { Rule } from '../rule.js'
import { listed, under, outside } from './listed.js'

/** The official rules look each element up once: a scheme of a party of delivery is of BR-CL-26 only. */
export const CII: Rule[] = [
  listed(DOCUMENT_TYPES, (invoice) => invoice.found('BT-3'), 'BR-CL-01', 'BT-3', 'UNTDID 1001'),
  listed(CURRENCIES, under('TaxTotalAmount', '@currencyID'), 'BR-CL-03', 'BT-110', 'ISO 4217'),
  listed(CURRENCIES, under('InvoiceCurrencyCode'), 'BR-CL-04', 'BT-5', 'ISO 4217'),
  listed(CURRENCIES, under('TaxCurrencyCode'), 'BR-CL-05', 'BT-6', 'ISO 4217'),
  listed(TAX_POINTS_CII, under('DueDateTypeCode'), 'BR-CL-06', 'BT-8', 'UNTDID 2475'),
  listed(REFERENCE_TYPES, under('ReferenceTypeCode'), 'BR-CL-07', 'BT-18-1', 'UNTDID 1153'),
  listed(NOTE_SUBJECTS, under('SubjectCode'), 'BR-CL-08', 'BT-21', 'UNTDID 4451'),
  listed(
    IDENTIFIER_SCHEMES,
    outside(under('GlobalID', '@schemeID'), 'SpecifiedTradeProduct', 'ShipToTradeParty'),
    'BR-CL-10',
    'BT-29-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    outside(under('ID', '@schemeID'), 'SpecifiedTaxRegistration'),
    'BR-CL-11',
    'BT-30-1',
    'ISO 6523 (ICD)'
  ),
  listed(ITEM_CLASSES, under('ClassCode', '@listID'), 'BR-CL-13', 'BT-158-1', 'UNTDID 7143'),
  listed(COUNTRIES, under('CountryID'), 'BR-CL-14', 'BT-40', 'ISO 3166-1'),
  listed(COUNTRIES, under('OriginTradeCountry', 'ID'), 'BR-CL-15', 'BT-159', 'ISO 3166-1'),
  listed(
    PAYMENT_MEANS,
    under('SpecifiedTradeSettlementPaymentMeans', 'TypeCode'),
    'BR-CL-16',
    'BT-81',
    'UNTDID 4461'
  ),
  listed(
    VAT_CATEGORIES,
    under('CategoryTradeTax', 'CategoryCode'),
    'BR-CL-17',
    'BT-95',
    'UNCL 5305'
  ),
  listed(
    VAT_CATEGORIES,
    under('ApplicableTradeTax', 'CategoryCode'),
    'BR-CL-18',
    'BT-118',
    'UNCL 5305'
  ),
  listed(
    ALLOWANCE_REASONS,
    under('SpecifiedTradeAllowanceCharge', '.[ChargeIndicator/Indicator=false]/ReasonCode'),
    'BR-CL-19',
    'BT-98',
    'UNTDID 5189'
  ),
  listed(
    CHARGE_REASONS,
    under('SpecifiedTradeAllowanceCharge', '.[ChargeIndicator/Indicator=true]/ReasonCode'),
    'BR-CL-20',
    'BT-105',
    'UNTDID 7161'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    under('SpecifiedTradeProduct', 'GlobalID/@schemeID'),
    'BR-CL-21',
    'BT-157-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    UNITS,
    under('BasisQuantity BilledQuantity', '@unitCode'),
    'BR-CL-23',
    'BT-130',
    'UN/ECE 20 et 21'
  ),
  listed(
    MEDIA_TYPES,
    under('AttachmentBinaryObject', '@mimeCode'),
    'BR-CL-24',
    'BT-125-1',
    'des types admis (PDF, PNG, JPEG, CSV, XLSX, ODS)'
  ),
  listed(
    ADDRESS_SCHEMES,
    under('URIUniversalCommunication', 'URIID/@schemeID'),
    'BR-CL-25',
    'BT-49-1',
    'EAS'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    under('ApplicableHeaderTradeDelivery', 'ShipToTradeParty/GlobalID/@schemeID'),
    'BR-CL-26',
    'BT-71-1',
    'ISO 6523 (ICD)'
  ),
]
