const SELLER = '83456789300013'

interface DemoInvoice {
  /** A SIRET. */
  buyer: string
  buyerName: string
  number: string
  issuedOn: Date
}

const compact = (day: Date) => day.toISOString().slice(0, 10).replaceAll('-', '')

/** Bread for a canteen, in CII EN 16931, right by every rule. */
export function demoInvoice({ buyer, buyerName, number, issuedOn }: DemoInvoice): string {
  const dueOn = new Date(issuedOn.getTime() + 30 * 86_400_000)
  const note = (code: string, text: string) =>
    `<ram:IncludedNote><ram:Content>${text}</ram:Content><ram:SubjectCode>${code}</ram:SubjectCode></ram:IncludedNote>`
  const tax = (inner = '') =>
    `<ram:ApplicableTradeTax>${inner && '<ram:CalculatedAmount>31.90</ram:CalculatedAmount>'}<ram:TypeCode>VAT</ram:TypeCode>${inner}<ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>5.50</ram:RateApplicablePercent></ram:ApplicableTradeTax>`
  const party = (tag: string, one: { siret: string; name: string; town: string; vat?: string }) =>
    `<ram:${tag}><ram:GlobalID schemeID="0009">${one.siret}</ram:GlobalID><ram:Name>${one.name}</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">${one.siret.slice(0, 9)}</ram:ID></ram:SpecifiedLegalOrganization><ram:PostalTradeAddress><ram:PostcodeCode>35000</ram:PostcodeCode><ram:CityName>${one.town}</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress><ram:URIUniversalCommunication><ram:URIID schemeID="0225">${one.siret.slice(0, 9)}</ram:URIID></ram:URIUniversalCommunication>${one.vat ? `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${one.vat}</ram:ID></ram:SpecifiedTaxRegistration>` : ''}</ram:${tag}>`
  const line = (rank: number, product: string, price: string, quantity: number, total: string) =>
    `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${rank}</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>${product}</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement>${tax()}<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${total}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`
  const seller = {
    siret: SELLER,
    name: 'Le Fournil du Quai',
    town: 'Quimper',
    vat: 'FR25834567893',
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>S1</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">${compact(issuedOn)}</udt:DateTimeString></ram:IssueDateTime>
${note('ADN', 'B2G')}${note('PMT', 'Indemnité forfaitaire de recouvrement : 40 euros')}${note('PMD', 'Pénalités de retard : taux de la BCE majoré de 8 points')}${note('AAB', 'Pas d’escompte')}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${line(1, 'Pain de campagne pour la cantine', '3.20', 150, '480.00')}${line(2, 'Brioche du goûter', '2.00', 50, '100.00')}
<ram:ApplicableHeaderTradeAgreement>${party('SellerTradeParty', seller)}${party('BuyerTradeParty', { siret: buyer, name: buyerName, town: 'Mairie' })}<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>BC-26-014</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>${tax('<ram:BasisAmount>580.00</ram:BasisAmount>')}<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${compact(dueOn)}</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>580.00</ram:LineTotalAmount><ram:TaxBasisTotalAmount>580.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">31.90</ram:TaxTotalAmount><ram:GrandTotalAmount>611.90</ram:GrandTotalAmount><ram:DuePayableAmount>611.90</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`
}
