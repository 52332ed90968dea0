const adjustment = (group: string, is: boolean, first: number) => `
  ${group} AllowanceCharge[ChargeIndicator=${is}]
    BT-${first + 4} AllowanceChargeReasonCode
    BT-${first + 3} AllowanceChargeReason
    BT-${first + 2} MultiplierFactorNumeric
    BT-${first} Amount
    BT-${first + 1} BaseAmount
`

/** A line of an invoice or of a credit note in UBL. */
export const LINES = `
BG-25 InvoiceLine | CreditNoteLine
  BT-126 ID
  BT-127 Note
  BT-129 InvoicedQuantity | CreditedQuantity
  BT-130 InvoicedQuantity/@unitCode | CreditedQuantity/@unitCode
  BT-131 LineExtensionAmount
  EXT-FR-FE-184 TaxInclusiveLineExtensionAmount
  BT-133 AccountingCost
  BG-26 InvoicePeriod
    BT-134 StartDate
    BT-135 EndDate
  BT-132 OrderLineReference/LineID
  EXT-FR-FE-BG-06 BillingReference
    EXT-FR-FE-136 InvoiceDocumentReference/ID
    EXT-FR-FE-138 InvoiceDocumentReference/IssueDate
    EXT-FR-FE-137 InvoiceDocumentReference/DocumentTypeCode
    EXT-FR-FE-163 InvoiceDocumentReference/DocumentStatusCode
    EXT-FR-FE-162 BillingReferenceLine/ID
  BT-128 DocumentReference[DocumentTypeCode=130]/ID
  BT-128-1 DocumentReference[DocumentTypeCode=130]/ID/@schemeID
  AFL DocumentReference[DocumentTypeCode=130]/ID[@schemeID=AFL]
  AVV DocumentReference[DocumentTypeCode=130]/ID[@schemeID=AVV]
  EXT-FR-FE-158 Delivery/ActualDeliveryDate
  EXT-FR-FE-146 Delivery/DeliveryLocation/ID
  place-BG Delivery/DeliveryLocation
    id-global ID
${adjustment('BG-27', false, 136)}
${adjustment('BG-28', true, 141)}
  EXT-FR-FE-181 TaxTotal/TaxAmount
  BG-30 Item/ClassifiedTaxCategory
    BT-151 ID
    BT-151-vat .[TaxScheme/ID~VAT]/ID
    BT-152 Percent
    exemption TaxExemptionReason
  EXT-FR-FE-164 Item/ManufacturerParty/PartyLegalEntity/RegistrationName
  EXT-FR-FE-167 Item/ManufacturerParty/PartyLegalEntity/CompanyID
  EXT-FR-FE-177 Item/ManufacturerParty/PostalAddress/Country/IdentificationCode
  BG-31 Item
    BT-154 Description
    BT-153 Name
    BT-156 BuyersItemIdentification/ID
    BT-155 SellersItemIdentification/ID
    BT-157 StandardItemIdentification/ID
    BT-159 OriginCountry/IdentificationCode
    BT-158 CommodityClassification/ItemClassificationCode
    BG-32 AdditionalItemProperty
      BT-160 Name
      EXT-FR-FE-159 NameCode
      BT-161 Value
      EXT-FR-FE-160 ValueQuantity
  BT-146 Price/PriceAmount
  BT-149 Price/BaseQuantity
  BT-150 Price/BaseQuantity/@unitCode
  BT-147 Price/AllowanceCharge/Amount
  BT-148 Price/AllowanceCharge/BaseAmount
`
