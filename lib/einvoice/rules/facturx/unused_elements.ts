/** `Parent: Child Child`: what CII has room for in these elements, and a profile of Factur-X has not. */
const table = (text: string): [parent: string, children: string[]][] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [parent, children] = line.trim().split(': ')
      return [parent, children.split(' ')]
    })

const REFERENCE = 'AttachmentBinaryObject LineID Name ReferenceTypeCode TypeCode URIID'

const LINE =
  '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement'

const HEAD = '/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'

const SETTLEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

/** What EXTENDED leaves. */
export const EXTENDED = table(`
EffectiveSpecifiedPeriod: Description EndDateTime StartDateTime
EmailURIUniversalCommunication: CompleteNumber
FaxUniversalCommunication: URIID
TelephoneUniversalCommunication: URIID
URIUniversalCommunication: CompleteNumber
BuyerAgentTradeParty: Description
BuyerTaxRepresentativeTradeParty: Description
ProductEndUserTradeParty: Description
SalesAgentTradeParty: Description
SellerTaxRepresentativeTradeParty: Description
ShipFromTradeParty: Description
ShipToTradeParty: Description
UltimateShipToTradeParty: Description
InvoiceeTradeParty: Description
InvoicerTradeParty: Description
PayeeTradeParty: Description
PayerTradeParty: Description
${HEAD}/BuyerOrderReferencedDocument: ${REFERENCE}
${HEAD}/ContractReferencedDocument: AttachmentBinaryObject LineID Name TypeCode URIID
${HEAD}/QuotationReferencedDocument: ${REFERENCE}
${HEAD}/SellerOrderReferencedDocument: ${REFERENCE}
${HEAD}/UltimateCustomerOrderReferencedDocument: ${REFERENCE}
${HEAD}/AdditionalReferencedDocument[TypeCode=130]: AttachmentBinaryObject LineID Name URIID
${HEAD}/AdditionalReferencedDocument[TypeCode=50]: AttachmentBinaryObject LineID Name ReferenceTypeCode URIID
${HEAD}/AdditionalReferencedDocument[TypeCode=916]: LineID ReferenceTypeCode
/SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/DespatchAdviceReferencedDocument: ${REFERENCE}
/SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/ReceivingAdviceReferencedDocument: ${REFERENCE}
/SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/DeliveryNoteReferencedDocument: ${REFERENCE}
${SETTLEMENT}/InvoiceReferencedDocument: AttachmentBinaryObject LineID Name ReferenceTypeCode URIID
${SETTLEMENT}/BillingSpecifiedPeriod: CompleteDateTime
IncludedTradeTax: AllowanceChargeBasisAmount BasisAmount DueDateTypeCode LineTotalBasisAmount TaxPointDate
AppliedTradeTax: AllowanceChargeBasisAmount BasisAmount CalculatedAmount DueDateTypeCode LineTotalBasisAmount TaxPointDate
CategoryTradeTax: AllowanceChargeBasisAmount BasisAmount CalculatedAmount DueDateTypeCode LineTotalBasisAmount TaxPointDate
GrossPriceProductTradePrice: IncludedTradeTax
NetPriceProductTradePrice: AppliedTradeAllowanceCharge
AppliedTradeAllowanceCharge: BasisQuantity CategoryTradeTax SequenceNumeric
${LINE}/SpecifiedTradeAllowanceCharge: BasisQuantity CategoryTradeTax SequenceNumeric
${LINE}/ApplicableTradeTax: AllowanceChargeBasisAmount BasisAmount LineTotalBasisAmount TaxPointDate
`)

/** What BASIC WL leaves. */
export const BASIC_WL = table(`
BuyerOrderReferencedDocument: FormattedIssueDateTime
ContractReferencedDocument: FormattedIssueDateTime
DespatchAdviceReferencedDocument: FormattedIssueDateTime
SellerTaxRepresentativeTradeParty: GlobalID ID SpecifiedLegalOrganization URIUniversalCommunication
${HEAD}/BuyerTradeParty/SpecifiedLegalOrganization: TradingBusinessName
ShipToTradeParty: SpecifiedLegalOrganization SpecifiedTaxRegistration URIUniversalCommunication
PayeeTradeParty: PostalTradeAddress SpecifiedTaxRegistration URIUniversalCommunication
CategoryTradeTax: BasisAmount CalculatedAmount DueDateTypeCode ExemptionReason ExemptionReasonCode
`)
