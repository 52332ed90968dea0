import { only, type Rule } from '../rule.js'
import { structure } from '../structure.js'
import { BUYER, SELLER, VALUES } from './ubl_values.js'

const ONCE = structure(`
UBL-SR-33 BT-123 most AdditionalDocumentReference :: DocumentDescription
UBL-SR-25 BT-70 most Delivery :: DeliveryParty/PartyName/Name
UBL-SR-01 BT-12 most / :: ContractDocumentReference/ID
UBL-SR-02 BT-15 most / :: ReceiptDocumentReference/ID
UBL-SR-03 BT-16 most / :: DespatchDocumentReference/ID
UBL-SR-04 BT-18 most / :: AdditionalDocumentReference[DocumentTypeCode=130]/ID
UBL-SR-05 BT-20 most / :: PaymentTerms/Note
UBL-SR-08 BG-14 most / :: InvoicePeriod
UBL-SR-09 BT-27 most / :: ${SELLER}/PartyLegalEntity/RegistrationName
UBL-SR-10 BT-28 most / :: ${SELLER}/PartyName/Name
UBL-SR-11 BT-30 most / :: ${SELLER}/PartyLegalEntity/CompanyID
UBL-SR-12 BT-31 most / :: ${SELLER}/PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID
UBL-SR-13 BT-32 most / :: ${SELLER}/PartyTaxScheme[TaxScheme][TaxScheme/ID!~VAT]/CompanyID
UBL-SR-14 BT-33 most / :: ${SELLER}/PartyLegalEntity/CompanyLegalForm
UBL-SR-15 BT-44 most / :: ${BUYER}/PartyLegalEntity/RegistrationName
UBL-SR-17 BT-47 most / :: ${BUYER}/PartyLegalEntity/CompanyID
UBL-SR-18 BT-48 most / :: ${BUYER}/PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID
UBL-SR-24 BG-13 most / :: Delivery
UBL-SR-39 BT-11 most / :: ProjectReference/ID
UBL-SR-40 BT-45 most / :: ${BUYER}/PartyName/Name
UBL-SR-45 BT-9 most / :: PaymentMeans/PaymentDueDate
UBL-SR-46 BT-82 most / :: PaymentMeans/PaymentMeansCode/@name
UBL-SR-49 BT-8 most / :: InvoicePeriod/DescriptionCode
UBL-SR-54 BG-18 most / :: PaymentMeans/CardAccount
UBL-SR-55 BG-19 most / :: PaymentMeans/PaymentMandate
UBL-SR-56 BT-17 most / :: OriginatorDocumentReference/ID
UBL-CR-666 BT-18 none / :: AdditionalDocumentReference[DocumentTypeCode=130]/Attachment
UBL-CR-673 BT-18 none / :: AdditionalDocumentReference[DocumentTypeCode=130]/DocumentDescription
UBL-SR-34 BT-127 most InvoiceLine :: Note
UBL-SR-34 BT-127 most CreditNoteLine :: Note
UBL-SR-35 BT-132 most InvoiceLine :: OrderLineReference/LineID
UBL-SR-35 BT-132 most CreditNoteLine :: OrderLineReference/LineID
UBL-SR-36 BG-26 most InvoiceLine :: InvoicePeriod
UBL-SR-36 BG-26 most CreditNoteLine :: InvoicePeriod
UBL-SR-37 BT-147 most InvoiceLine :: Price/AllowanceCharge/Amount
UBL-SR-37 BT-147 most CreditNoteLine :: Price/AllowanceCharge/Amount
UBL-SR-48 BG-30 one InvoiceLine :: Item/ClassifiedTaxCategory
UBL-SR-48 BG-30 one CreditNoteLine :: Item/ClassifiedTaxCategory
UBL-SR-50 BT-154 most InvoiceLine :: Item/Description
UBL-SR-50 BT-154 most CreditNoteLine :: Item/Description
UBL-SR-52 BT-128 most InvoiceLine :: DocumentReference
UBL-SR-52 BT-128 most CreditNoteLine :: DocumentReference
UBL-SR-26 BT-83 most PaymentMeans :: PaymentID
UBL-SR-27 BT-81 most PaymentMeans :: PaymentMeansCode
UBL-SR-28 BT-89 most PaymentMeans :: PaymentMandate/ID
UBL-SR-06 BT-25 most BillingReference :: InvoiceDocumentReference
UBL-SR-07 BT-25 some BillingReference :: InvoiceDocumentReference/ID
UBL-SR-22 BT-62 most TaxRepresentativeParty :: PartyName/Name
UBL-SR-23 BT-63 most TaxRepresentativeParty :: PartyTaxScheme/CompanyID
UBL-SR-32 BT-120 most TaxSubtotal :: TaxCategory/TaxExemptionReason
UBL-DT-06 BT-125-1 some *BinaryObject :: @mimeCode
UBL-DT-07 BT-125-2 some *BinaryObject :: @filename
`)

/** What UBL lets one write and EN 16931 does not (UBL-SR, UBL-CR, UBL-DT). */
export const UBL_STRUCTURE: Rule[] = only('UBL', [...ONCE, ...VALUES])
