import {
  CREDIT_NOTE_TYPES,
  INVOICE_TYPES,
  MEDIA_TYPES,
  TAX_POINTS_UBL,
} from '../../codes/documents.js'
import { ADDRESS_SCHEMES, IDENTIFIER_SCHEMES, ITEM_CLASSES } from '../../codes/identifiers.js'
import { NOTE_SUBJECTS_UBL } from '../../codes/notes.js'
import { ALLOWANCE_REASONS, CHARGE_REASONS, PAYMENT_MEANS } from '../../codes/payment.js'
import { COUNTRIES, CURRENCIES } from '../../codes/places.js'
import { REFERENCE_TYPES } from '../../codes/references.js'
import { UNITS } from '../../codes/units.js'
import { VAT_CATEGORIES } from '../../codes/vat.js'
import type { Invoice } from '../../model/invoice.js'
import { at, type Rule } from '../rule.js'
import { listed, under, outside, within } from './listed.js'

const AMOUNTS =
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'

const currencies = (invoice: Invoice) =>
  invoice
    .named(...AMOUNTS.split(' '))
    .map((node) => ({ node, text: node.attributes.currencyID ?? '' }))

/** The codes of UBL. */
export const UBL: Rule[] = [
  listed(INVOICE_TYPES, under('InvoiceTypeCode'), 'BR-CL-01', 'BT-3', 'UNTDID 1001 des factures'),
  listed(
    CREDIT_NOTE_TYPES,
    under('CreditNoteTypeCode'),
    'BR-CL-01',
    'BT-3',
    'UNTDID 1001 des avoirs'
  ),
  listed(CURRENCIES, currencies, 'BR-CL-03', 'BT-5', 'ISO 4217'),
  listed(CURRENCIES, under('DocumentCurrencyCode'), 'BR-CL-04', 'BT-5', 'ISO 4217'),
  listed(CURRENCIES, under('TaxCurrencyCode'), 'BR-CL-05', 'BT-6', 'ISO 4217'),
  listed(
    TAX_POINTS_UBL,
    under('InvoicePeriod', 'DescriptionCode'),
    'BR-CL-06',
    'BT-8',
    'UNTDID 2005'
  ),
  listed(
    REFERENCE_TYPES,
    under('AdditionalDocumentReference DocumentReference', '.[DocumentTypeCode=130]/ID/@schemeID'),
    'BR-CL-07',
    'BT-18-1',
    'UNTDID 1153'
  ),
  at(
    (invoice) => invoice.every('BG-1').flatMap((note) => note.found('BT-22')),
    'BR-CL-08',
    'BT-21',
    'Commencez la note par un code de UNTDID 4451 entre deux signes #.',
    ({ text }) => {
      const [, subject] = /^[^#]*#([^#]*)#/s.exec(text) ?? []
      return subject?.length !== 3 || [...NOTE_SUBJECTS_UBL].join(' ').includes(subject)
    }
  ),
  listed(
    new Set([...IDENTIFIER_SCHEMES, 'SEPA']),
    within(under('PartyIdentification', 'ID/@schemeID'), 'AccountingSupplierParty', 'PayeeParty'),
    'BR-CL-10',
    'BT-29-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    outside(under('PartyIdentification', 'ID/@schemeID'), 'AccountingSupplierParty', 'PayeeParty'),
    'BR-CL-10',
    'BT-46-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    under('PartyLegalEntity', 'CompanyID/@schemeID'),
    'BR-CL-11',
    'BT-30-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    ITEM_CLASSES,
    under('CommodityClassification', 'ItemClassificationCode/@listID'),
    'BR-CL-13',
    'BT-158-1',
    'UNTDID 7143'
  ),
  listed(COUNTRIES, under('Country', 'IdentificationCode'), 'BR-CL-14', 'BT-40', 'ISO 3166-1'),
  listed(
    COUNTRIES,
    under('OriginCountry', 'IdentificationCode'),
    'BR-CL-15',
    'BT-159',
    'ISO 3166-1'
  ),
  listed(
    PAYMENT_MEANS,
    under('PaymentMeans', 'PaymentMeansCode'),
    'BR-CL-16',
    'BT-81',
    'UNTDID 4461'
  ),
  listed(VAT_CATEGORIES, under('TaxCategory', 'ID'), 'BR-CL-17', 'BT-118', 'UNCL 5305'),
  listed(VAT_CATEGORIES, under('ClassifiedTaxCategory', 'ID'), 'BR-CL-18', 'BT-151', 'UNCL 5305'),
  listed(
    ALLOWANCE_REASONS,
    under('AllowanceCharge', '.[ChargeIndicator=false]/AllowanceChargeReasonCode'),
    'BR-CL-19',
    'BT-98',
    'UNTDID 5189'
  ),
  listed(
    CHARGE_REASONS,
    under('AllowanceCharge', '.[ChargeIndicator=true]/AllowanceChargeReasonCode'),
    'BR-CL-20',
    'BT-105',
    'UNTDID 7161'
  ),
  listed(
    IDENTIFIER_SCHEMES,
    under('StandardItemIdentification', 'ID/@schemeID'),
    'BR-CL-21',
    'BT-157-1',
    'ISO 6523 (ICD)'
  ),
  listed(
    UNITS,
    under('InvoicedQuantity BaseQuantity CreditedQuantity', '@unitCode'),
    'BR-CL-23',
    'BT-130',
    'UN/ECE 20 et 21'
  ),
  listed(
    MEDIA_TYPES,
    under('EmbeddedDocumentBinaryObject', '@mimeCode'),
    'BR-CL-24',
    'BT-125-1',
    'des types admis (PDF, PNG, JPEG, CSV, XLSX, ODS)'
  ),
  listed(ADDRESS_SCHEMES, under('EndpointID', '@schemeID'), 'BR-CL-25', 'BT-49-1', 'EAS'),
  listed(
    IDENTIFIER_SCHEMES,
    under('DeliveryLocation', 'ID/@schemeID'),
    'BR-CL-26',
    'BT-71-1',
    'ISO 6523 (ICD)'
  ),
]
