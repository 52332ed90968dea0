const adjustment = (group: string, is: boolean, first: number) => `
  ${group} SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=${is}]
    BT-${first + 2} CalculationPercent
    BT-${first + 1} BasisAmount
    BT-${first} ActualAmount
    BT-${first + 4} ReasonCode
    BT-${first + 3} Reason
`

/** A line of an invoice in CII. */
export const LINES = `
BG-25 SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem
  BT-126 AssociatedDocumentLineDocument/LineID
  EXT-FR-FE-162 AssociatedDocumentLineDocument/ParentLineID
  EXT-FR-FE-163 AssociatedDocumentLineDocument/LineStatusReasonCode
  BT-127 AssociatedDocumentLineDocument/IncludedNote/Content
  BG-31 SpecifiedTradeProduct
    BT-157 GlobalID
    BT-155 SellerAssignedID
    BT-156 BuyerAssignedID
    BT-153 Name
    BT-154 Description
    BG-32 ApplicableProductCharacteristic
      EXT-FR-FE-159 TypeCode
      BT-160 Description
      EXT-FR-FE-160 ValueMeasure
      BT-161 Value
    BT-158 DesignatedProductClassification/ClassCode
    BT-159 OriginTradeCountry/ID
  BT-132 SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID
  BT-148 SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/ChargeAmount
  BT-149-gross SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/BasisQuantity
  BT-147 SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/ActualAmount
  BT-146 SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount
  BT-149 SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity
  BT-150 SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity/@unitCode
  EXT-FR-FE-164 SpecifiedLineTradeAgreement/ItemSellerTradeParty/Name
  EXT-FR-FE-167 SpecifiedLineTradeAgreement/ItemSellerTradeParty/SpecifiedLegalOrganization/ID
  EXT-FR-FE-177 SpecifiedLineTradeAgreement/ItemSellerTradeParty/PostalTradeAddress/CountryID
  BT-129 SpecifiedLineTradeDelivery/BilledQuantity
  BT-130 SpecifiedLineTradeDelivery/BilledQuantity/@unitCode
  EXT-FR-FE-146 SpecifiedLineTradeDelivery/ShipToTradeParty/ID | SpecifiedLineTradeDelivery/ShipToTradeParty/GlobalID
  place-BG SpecifiedLineTradeDelivery/ShipToTradeParty
    id-global GlobalID
  EXT-FR-FE-158 SpecifiedLineTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString
  BG-30 SpecifiedLineTradeSettlement/ApplicableTradeTax
    BT-151 CategoryCode
    BT-151-vat .[TypeCode~VAT]/CategoryCode
    BT-152 RateApplicablePercent
    exemption ExemptionReason
  BG-26 SpecifiedLineTradeSettlement/BillingSpecifiedPeriod
    BT-134 StartDateTime/DateTimeString
    BT-135 EndDateTime/DateTimeString
${adjustment('BG-27', false, 136)}
${adjustment('BG-28', true, 141)}
  BT-131 SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount
  EXT-FR-FE-181 SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/TaxTotalAmount
  EXT-FR-FE-184 SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/GrandTotalAmount
  EXT-FR-FE-BG-06 SpecifiedLineTradeSettlement/InvoiceReferencedDocument
    EXT-FR-FE-136 IssuerAssignedID
    EXT-FR-FE-137 TypeCode
    EXT-FR-FE-138 FormattedIssueDateTime/DateTimeString
  BT-128 SpecifiedLineTradeSettlement/AdditionalReferencedDocument[TypeCode=130]/IssuerAssignedID
  BT-128-1 SpecifiedLineTradeSettlement/AdditionalReferencedDocument[TypeCode=130]/ReferenceTypeCode
  AFL SpecifiedLineTradeSettlement/AdditionalReferencedDocument[ReferenceTypeCode=AFL][TypeCode=130]/IssuerAssignedID
  AVV SpecifiedLineTradeSettlement/AdditionalReferencedDocument[ReferenceTypeCode=AVV][TypeCode=130]/IssuerAssignedID
  BT-133 SpecifiedLineTradeSettlement/ReceivableSpecifiedTradeAccountingAccount/ID
`
