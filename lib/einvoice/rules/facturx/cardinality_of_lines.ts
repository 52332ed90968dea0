const LINE = '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem'

/** The same as of the header, for lines: only EXTENDED has them. */
export const LINES = `
${LINE}: 266 one AssociatedDocumentLineDocument BT-126, 267 one SpecifiedTradeProduct BG-31
${LINE}/AssociatedDocumentLineDocument: 270 one LineID BT-126
${LINE}/AssociatedDocumentLineDocument/IncludedNote: 1012 most Content BT-127, 1013 most SubjectCode BG-25
${LINE}/SpecifiedLineTradeAgreement/AdditionalReferencedDocument: 1015 one IssuerAssignedID BG-25, 1016 one TypeCode BG-25, 1017 most Name BG-25, 1018 most AttachmentBinaryObject BG-25
${LINE}/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice: 273 one ChargeAmount BT-148
${LINE}/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge[ChargeIndicator/Indicator=false]: 530 one ChargeIndicator BG-25, 531 one ActualAmount BT-147
${LINE}/SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/AppliedTradeAllowanceCharge[ChargeIndicator/Indicator=true]: 1034 one ChargeIndicator BG-25, 1035 one ActualAmount BT-147
${LINE}/SpecifiedLineTradeAgreement/ItemSellerTradeParty: 1038 most RoleCode BG-25, 1039 most Description BG-25, 1040 most URIUniversalCommunication BG-25, 1041 most SpecifiedTaxRegistration[ID/@schemeID=VA] BG-25, 1042 most SpecifiedTaxRegistration[ID/@schemeID=FC] BG-25
${LINE}/SpecifiedLineTradeAgreement/ItemSellerTradeParty/GlobalID: 1046 some @schemeID BG-25
${LINE}/SpecifiedLineTradeAgreement/ItemSellerTradeParty/PostalTradeAddress: 1048 one CountryID EXT-FR-FE-177, 1049 most CountrySubDivisionName BG-25
${LINE}/SpecifiedLineTradeAgreement/ItemSellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=VA]: 1054 one ID BG-25
${LINE}/SpecifiedLineTradeAgreement/ItemSellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=VA]/ID: 1055 some @schemeID BG-25
${LINE}/SpecifiedLineTradeAgreement/NetPriceProductTradePrice: 532 one ChargeAmount BT-146, 336 most IncludedTradeTax BG-25
${LINE}/SpecifiedLineTradeDelivery/PackageQuantity: 1083 some @unitCode BG-25
${LINE}/SpecifiedLineTradeSettlement: 337 most InvoiceReferencedDocument EXT-FR-FE-BG-06
${LINE}/SpecifiedLineTradeSettlement/AdditionalReferencedDocument: 615 one IssuerAssignedID BT-128, 616 one TypeCode BG-25
${LINE}/SpecifiedLineTradeSettlement/ApplicableTradeTax: 338 most CalculatedAmount BG-30
${LINE}/SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/EndDateTime/DateTimeString: 539 some @format BT-135
${LINE}/SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/StartDateTime/DateTimeString: 541 some @format BT-134
${LINE}/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]: 543 one ChargeIndicator BG-27, 544 one ActualAmount BT-136
${LINE}/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]: 546 one ChargeIndicator BG-27, 547 one ActualAmount BT-136
${LINE}/SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation: 382 most LineTotalAmount BT-131, 1140 most ChargeTotalAmount BG-25, 1141 most AllowanceTotalAmount BG-25, 340 most GrandTotalAmount EXT-FR-FE-184, 341 most TotalAllowanceChargeAmount BG-25
${LINE}/SpecifiedTradeProduct: 550 one Name BT-153, 625 most Description BT-154
${LINE}/SpecifiedTradeProduct/ApplicableProductCharacteristic: 1144 most Description BT-160, 384 most Value BT-161
${LINE}/SpecifiedTradeProduct/DesignatedProductClassification: 342 most ClassName BG-31
${LINE}/SpecifiedTradeProduct/DesignatedProductClassification/ClassCode: 296 some @listID BT-158
${LINE}/SpecifiedTradeProduct/GlobalID: 551 some @schemeID BT-157
${LINE}/SpecifiedTradeProduct/IncludedReferencedProduct: 1147 most ID BG-31, 343 most IndustryAssignedID BG-31, 1148 one Name BG-31, 1149 most Description BG-31, 344 most UnitQuantity BG-31
${LINE}/SpecifiedTradeProduct/IncludedReferencedProduct/GlobalID: 1150 some @schemeID BG-31
${LINE}/SpecifiedTradeProduct/IncludedReferencedProduct/UnitQuantity: 1152 some @unitCode BG-31
${LINE}/SpecifiedTradeProduct/OriginTradeCountry: 627 one ID BT-159
`
