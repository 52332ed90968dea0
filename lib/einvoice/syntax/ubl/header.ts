/** The terms of the whole invoice in UBL 2.1, Invoice and CreditNote, by EN 16931-3-2. */
export const HEADER = `
BT-24 CustomizationID
BT-23 ProfileID
BT-1 ID
BT-2 IssueDate
BT-9 DueDate
BT-9-means PaymentMeans/PaymentDueDate
BT-3 InvoiceTypeCode | CreditNoteTypeCode
BG-1 Note
  BT-22 .
BT-7 TaxPointDate
BT-5 DocumentCurrencyCode
BT-6 TaxCurrencyCode
BT-19 AccountingCost
BT-10 BuyerReference
BT-8 InvoicePeriod/DescriptionCode
BG-14 InvoicePeriod
  BT-73 StartDate
  BT-74 EndDate
  BT-8 DescriptionCode
BT-13 OrderReference/ID
BT-14 OrderReference/SalesOrderID
BG-3 BillingReference
  BT-25 InvoiceDocumentReference/ID
  BT-26 InvoiceDocumentReference/IssueDate
  EXT-FR-FE-02 InvoiceDocumentReference/DocumentTypeCode
BT-16 DespatchDocumentReference/ID
BT-15 ReceiptDocumentReference/ID
BT-17 OriginatorDocumentReference/ID
BT-12 ContractDocumentReference/ID
EXT-FR-FE-01 ContractDocumentReference/DocumentTypeCode
BT-18 AdditionalDocumentReference[DocumentTypeCode=130]/ID
BT-18-1 AdditionalDocumentReference[DocumentTypeCode=130]/ID/@schemeID
BG-24 AdditionalDocumentReference[DocumentTypeCode!=130][DocumentTypeCode!=50]
  BT-122 ID
  BT-123 DocumentDescription
  BT-125 Attachment/EmbeddedDocumentBinaryObject
  BT-125-1 Attachment/EmbeddedDocumentBinaryObject/@mimeCode
  BT-125-2 Attachment/EmbeddedDocumentBinaryObject/@filename
  BT-124 Attachment/ExternalReference/URI
BT-11 ProjectReference/ID | AdditionalDocumentReference[DocumentTypeCode=50]/ID
BT-20 PaymentTerms/Note
`
