/**
 * What the profiles EXTENDED and BASIC WL of Factur-X 1.09 want once (`one`), at least once (`some`) or
 * at most once (`most`), at the places that invoices use: `number times element term`. The number is that
 * of the rule FX-SCH-A; `*` marks those of both profiles, `!` those of BASIC WL alone.
 */
const AGREEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'
const DELIVERY = '/SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery'
const SETTLEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

export const HEADER = `
${AGREEMENT}: 27* one SellerTradeParty BG-4, 28* one BuyerTradeParty BG-7
${SETTLEMENT}/InvoiceReferencedDocument: 415* one IssuerAssignedID BT-25
/ExchangedDocument: 19* one ID BT-1, 630 most Name BT-24, 20* one TypeCode BT-3, 315 most LanguageID BT-24
/ExchangedDocument/IncludedNote: 317 most Content BT-22, 161* most SubjectCode BT-21, 160! one Content BT-22
/ExchangedDocument/IssueDateTime/DateTimeString: 21* some @format BT-2
/ExchangedDocumentContext: 24* most BusinessProcessSpecifiedDocumentContextParameter BT-23, 25* one GuidelineSpecifiedDocumentContextParameter BT-24
/ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter: 406* one ID BT-23
/ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter: 407* one ID BT-24
/SupplyChainTradeTransaction: 265 some IncludedSupplyChainTradeLineItem BG-25
${AGREEMENT}/AdditionalReferencedDocument[TypeCode=130]: 557 one IssuerAssignedID BT-17, 558 one TypeCode BG-24
${AGREEMENT}/AdditionalReferencedDocument[TypeCode=50]: 560 one IssuerAssignedID BT-17, 561 one TypeCode BG-24
${AGREEMENT}/AdditionalReferencedDocument[TypeCode=916]: 563 one IssuerAssignedID BT-17, 564 one TypeCode BG-24, 283 most Name BT-123, 284 most AttachmentBinaryObject BT-125
${AGREEMENT}/AdditionalReferencedDocument[TypeCode=916]/AttachmentBinaryObject: 285 some @mimeCode BT-125, 286 some @filename BT-125
${AGREEMENT}/BuyerOrderReferencedDocument: 29* one IssuerAssignedID BT-13
${AGREEMENT}/BuyerTradeParty: 163* most ID BT-46, 30* one Name BT-44, 694 most RoleCode BG-7, 695 most Description BT-44, 419* one PostalTradeAddress BG-8, 165* most URIUniversalCommunication BT-49, 166* most SpecifiedTaxRegistration BT-48, 164! most GlobalID BT-46
${AGREEMENT}/BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication: 566 one URIID BT-58
${AGREEMENT}/BuyerTradeParty/DefinedTradeContact/FaxUniversalCommunication: 696 one CompleteNumber BG-9
${AGREEMENT}/BuyerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication: 289 one CompleteNumber BT-57
${AGREEMENT}/BuyerTradeParty/GlobalID: 420* some @schemeID BT-46
${AGREEMENT}/BuyerTradeParty/PostalTradeAddress: 422* one CountryID BT-55, 167* most CountrySubDivisionName BT-54
${AGREEMENT}/BuyerTradeParty/SpecifiedTaxRegistration: 425* one ID BT-48
${AGREEMENT}/BuyerTradeParty/SpecifiedTaxRegistration/ID: 426* some @schemeID BT-48
${AGREEMENT}/BuyerTradeParty/URIUniversalCommunication: 168* one URIID BT-49
${AGREEMENT}/BuyerTradeParty/URIUniversalCommunication/URIID: 428* some @schemeID BT-49
${AGREEMENT}/ContractReferencedDocument: 430* one IssuerAssignedID BT-12
${AGREEMENT}/SalesAgentTradeParty: 733 most ID EXT-FR-FE-BG-03, 734 one Name EXT-FR-FE-BG-03, 735 most RoleCode EXT-FR-FE-BG-03, 736 most URIUniversalCommunication EXT-FR-FE-BG-03, 737 most SpecifiedTaxRegistration EXT-FR-FE-BG-03
${AGREEMENT}/SalesAgentTradeParty/GlobalID: 741 some @schemeID EXT-FR-FE-BG-03
${AGREEMENT}/SellerOrderReferencedDocument: 572 one IssuerAssignedID BT-14
${AGREEMENT}/SellerTaxRepresentativeTradeParty: 757 most ID BT-62, 431* one Name BT-62, 758 most RoleCode BG-11, 432* one PostalTradeAddress BG-12, 759 most URIUniversalCommunication BT-62, 169* one SpecifiedTaxRegistration BT-63
${AGREEMENT}/SellerTaxRepresentativeTradeParty/PostalTradeAddress: 433* one CountryID BT-69, 434* most CountrySubDivisionName BT-68
${AGREEMENT}/SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration: 436* one ID BT-63
${AGREEMENT}/SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration/ID: 437* some @schemeID BT-63
${AGREEMENT}/SellerTradeParty: 409* one Name BT-27, 774 most RoleCode BG-4, 575 most Description BT-33, 32* one PostalTradeAddress BG-5, 439* most URIUniversalCommunication BT-34, 33* most SpecifiedTaxRegistration[ID/@schemeID=VA] BT-31, 34* most SpecifiedTaxRegistration[ID/@schemeID=FC] BT-31
${AGREEMENT}/SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication: 577 one URIID BT-43
${AGREEMENT}/SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication: 578 one CompleteNumber BT-42
${AGREEMENT}/SellerTradeParty/GlobalID: 440* some @schemeID BT-29
${AGREEMENT}/SellerTradeParty/PostalTradeAddress: 35* one CountryID BT-40, 442* most CountrySubDivisionName BT-39
${AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=FC]: 411* one ID BT-31
${AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=FC]/ID: 37* some @schemeID BT-31
${AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=VA]: 412* one ID BT-31
${AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration[ID/@schemeID=VA]/ID: 413* some @schemeID BT-31
${AGREEMENT}/SellerTradeParty/URIUniversalCommunication: 445* one URIID BT-34
${AGREEMENT}/SellerTradeParty/URIUniversalCommunication/URIID: 446* some @schemeID BT-34
${DELIVERY}/ActualDeliverySupplyChainEvent: 171* one OccurrenceDateTime BT-72
${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString: 448* some @format BT-72
${DELIVERY}/DeliveryNoteReferencedDocument: 787 one IssuerAssignedID BG-13
${DELIVERY}/DespatchAdviceReferencedDocument: 450* one IssuerAssignedID BT-16
${DELIVERY}/ReceivingAdviceReferencedDocument: 584 one IssuerAssignedID BT-15
${DELIVERY}/ShipToTradeParty: 451* most ID BT-71, 815 most RoleCode BG-13, 816 most URIUniversalCommunication BG-13, 817 most SpecifiedTaxRegistration BG-13, 452! most GlobalID BT-71
${DELIVERY}/ShipToTradeParty/GlobalID: 453* some @schemeID BT-71
${DELIVERY}/ShipToTradeParty/PostalTradeAddress: 455* one CountryID BT-80, 456* most CountrySubDivisionName BT-79
${DELIVERY}/ShipToTradeParty/URIUniversalCommunication: 829 one URIID BG-13
${DELIVERY}/ShipToTradeParty/URIUniversalCommunication/URIID: 830 some @schemeID BG-13
${SETTLEMENT}: 172* most PaymentReference BT-83, 38* one InvoiceCurrencyCode BT-5, 173* some ApplicableTradeTax BG-23, 39* one SpecifiedTradeSettlementHeaderMonetarySummation BG-22, 174! most SpecifiedTradePaymentTerms BT-20, 175! most ReceivableSpecifiedTradeAccountingAccount BT-19
${SETTLEMENT}/ApplicableTradeTax: 176* one CalculatedAmount BT-117, 458* one TypeCode BG-23, 177* one BasisAmount BT-116, 323 most LineTotalBasisAmount BG-23, 324 most AllowanceChargeBasisAmount BG-23, 178* one CategoryCode BT-118
${SETTLEMENT}/ApplicableTradeTax/TaxPointDate/DateString: 590 some @format BT-7
${SETTLEMENT}/BillingSpecifiedPeriod: 858 most Description BG-14
${SETTLEMENT}/BillingSpecifiedPeriod/EndDateTime/DateTimeString: 460* some @format BT-74
${SETTLEMENT}/BillingSpecifiedPeriod/StartDateTime/DateTimeString: 462* some @format BT-73
${SETTLEMENT}/InvoiceReferencedDocument/FormattedIssueDateTime/DateTimeString: 465* some @format BT-26
${SETTLEMENT}/InvoiceeTradeParty: 864 most ID EXT-FR-FE-BG-04, 865 one Name EXT-FR-FE-BG-04, 866 most RoleCode EXT-FR-FE-BG-04, 867 most URIUniversalCommunication EXT-FR-FE-BG-04, 868 most SpecifiedTaxRegistration EXT-FR-FE-BG-04
${SETTLEMENT}/InvoiceeTradeParty/GlobalID: 872 some @schemeID EXT-FR-FE-BG-04
${SETTLEMENT}/InvoiceeTradeParty/PostalTradeAddress: 874 one CountryID EXT-FR-FE-BG-04, 875 most CountrySubDivisionName EXT-FR-FE-BG-04
${SETTLEMENT}/InvoicerTradeParty: 886 most ID EXT-FR-FE-BG-05, 887 one Name EXT-FR-FE-BG-05, 888 most RoleCode EXT-FR-FE-BG-05, 889 most URIUniversalCommunication EXT-FR-FE-BG-05, 890 most SpecifiedTaxRegistration EXT-FR-FE-BG-05
${SETTLEMENT}/InvoicerTradeParty/SpecifiedTaxRegistration: 903 one ID EXT-FR-FE-BG-05
${SETTLEMENT}/InvoicerTradeParty/SpecifiedTaxRegistration/ID: 904 some @schemeID EXT-FR-FE-BG-05
${SETTLEMENT}/PayeeTradeParty: 467* most ID BT-60, 469* one Name BT-59, 908 most RoleCode BG-10, 909 most URIUniversalCommunication EXT-FR-FE-29, 910 most SpecifiedTaxRegistration BT-59, 468! most GlobalID BT-60
${SETTLEMENT}/PayeeTradeParty/GlobalID: 470* some @schemeID BT-60
${SETTLEMENT}/PayeeTradeParty/PostalTradeAddress: 915 one CountryID BT-59, 916 most CountrySubDivisionName BT-59
${SETTLEMENT}/SpecifiedLogisticsServiceCharge: 963 one Description BT-24, 327 one AppliedAmount BT-24, 328 some AppliedTradeTax BT-24
${SETTLEMENT}/SpecifiedLogisticsServiceCharge/AppliedTradeTax: 964 one TypeCode BT-24, 965 one CategoryCode BT-24, 329 one RateApplicablePercent BT-24
${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]: 183* one ChargeIndicator BG-20, 184* one ActualAmount BT-92, 185* one CategoryTradeTax BT-95
${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]/CategoryTradeTax: 473* one TypeCode BG-20, 474* one CategoryCode BT-95
${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]: 477* one ChargeIndicator BG-20, 478* one ActualAmount BT-92, 479* one CategoryTradeTax BT-95
${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]/CategoryTradeTax: 480* one TypeCode BG-20, 481* one CategoryCode BT-95
${SETTLEMENT}/SpecifiedTradePaymentTerms: 187* most Description BT-20, 188* most DirectDebitMandateID BT-89, 330 most PartialPaymentAmount BT-24, 331 most PayeeTradeParty BT-24
${SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString: 484* some @format BT-9
${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation: 189* one LineTotalAmount BT-106, 190* most ChargeTotalAmount BT-108, 191* most AllowanceTotalAmount BT-107, 41* one TaxBasisTotalAmount BT-109, 290 most RoundingAmount BT-114, 43* one GrandTotalAmount BT-112, 193* most TotalPrepaidAmount BT-113, 44* one DuePayableAmount BT-115
${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans: 488* one TypeCode BT-81, 291 most Information BT-82, 194* most PayeePartyCreditorFinancialAccount BG-17
${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard: 608 one ID BT-87
${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution: 292 one BICID BT-86
${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount: 195* one IBANID BT-91
${SETTLEMENT}/TaxApplicableTradeCurrencyExchange/ConversionRateDateTime/DateTimeString: 1009 some @format BT-24
`
