/** A party: the names of its terms, its address's and its contact's, as EN 16931 numbers them. */
const party = (names: string) => {
  const [group, way, id, name, legal, legalName, vat, tax, about, address, postal, contact] =
    names.split(',')
  return `
${group} ${way}
  ${id} ID | GlobalID
  ${id}-global GlobalID
  ${name} Name
  ${about} Description
  ${legal} SpecifiedLegalOrganization/ID
  ${legalName} SpecifiedLegalOrganization/TradingBusinessName
${people(contact)}
${place(postal)}
  ${address} URIUniversalCommunication/URIID
  ${vat} SpecifiedTaxRegistration/ID[@schemeID=VA]
  ${tax} SpecifiedTaxRegistration/ID[@schemeID=FC]
`
}

const people = (names: string) => {
  const [group, person, telephone, email] = names.split(' ')
  return `  ${group} DefinedTradeContact
    ${person} PersonName
    ${person}-department DepartmentName
    ${telephone} TelephoneUniversalCommunication/CompleteNumber
    ${email} EmailURIUniversalCommunication/URIID`
}

const place = (names: string) => {
  const [group, one, two, three, city, code, region, country] = names.split(' ')
  return `  ${group} PostalTradeAddress
    ${code} PostcodeCode
    ${one} LineOne
    ${two} LineTwo
    ${three} LineThree
    ${city} CityName
    ${country} CountryID
    ${region} CountrySubDivisionName`
}

const AGREEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'
const DELIVERY = 'SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery'
const SETTLEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

/** An agent of the French extension; its numbers are those of XP Z12-012, annex A. */
const agent = (group: string, way: string, ids: string) => `
${group} ${way}
  name Name
  id ID | GlobalID
  id-global GlobalID
  legal SpecifiedLegalOrganization/ID
  address URIUniversalCommunication/URIID
  contacts-BG DefinedTradeContact
    contact PersonName
${ids}
`

/** The parties of an invoice in CII. */
export const PARTIES = [
  party(
    `BG-4,${AGREEMENT}/SellerTradeParty,BT-29,BT-27,BT-30,BT-28,BT-31,BT-32,BT-33,BT-34,BG-5 BT-35 BT-36 BT-162 BT-37 BT-38 BT-39 BT-40,BG-6 BT-41 BT-42 BT-43`
  ),
  party(
    `BG-7,${AGREEMENT}/BuyerTradeParty,BT-46,BT-44,BT-47,BT-45,BT-48,BT-48-0,BT-44-0,BT-49,BG-8 BT-50 BT-51 BT-163 BT-52 BT-53 BT-54 BT-55,BG-9 BT-56 BT-57 BT-58`
  ),
  party(
    `BG-11,${AGREEMENT}/SellerTaxRepresentativeTradeParty,BT-62-1,BT-62,BT-62-2,BT-62-3,BT-63,BT-63-0,BT-62-4,BT-62-5,BG-12 BT-64 BT-65 BT-164 BT-66 BT-67 BT-68 BT-69,BT-62-BG BT-62-6 BT-62-7 BT-62-8`
  ),
  party(
    `BG-10,${SETTLEMENT}/PayeeTradeParty,BT-60,BT-59,BT-61,BT-59-1,BT-59-2,BT-59-3,BT-59-4,EXT-FR-FE-29,BT-59-BG BT-59-5 BT-59-6 BT-59-7 BT-59-8 BT-59-9 BT-59-10 BT-59-11,BT-59-BG2 BT-59-12 BT-59-13 BT-59-14`
  ),
  `
BG-13 ${DELIVERY}
  BT-71 ShipToTradeParty/ID | ShipToTradeParty/GlobalID
  place-BG ShipToTradeParty
    id-global GlobalID
  BT-70 ShipToTradeParty/Name
  BG-15 ShipToTradeParty/PostalTradeAddress
    BT-78 PostcodeCode
    BT-75 LineOne
    BT-76 LineTwo
    BT-165 LineThree
    BT-77 CityName
    BT-80 CountryID
    BT-79 CountrySubDivisionName
  BT-72 ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString
`,
  agent('EXT-FR-FE-BG-01', `${AGREEMENT}/BuyerAgentTradeParty`, ''),
  agent('EXT-FR-FE-BG-02', `${SETTLEMENT}/PayerTradeParty`, ''),
  agent('EXT-FR-FE-BG-03', `${AGREEMENT}/SalesAgentTradeParty`, ''),
  agent('EXT-FR-FE-BG-04', `${SETTLEMENT}/InvoiceeTradeParty`, ''),
  agent('EXT-FR-FE-BG-05', `${SETTLEMENT}/InvoicerTradeParty`, ''),
].join('\n')
