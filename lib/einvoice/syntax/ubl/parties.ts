const place = (names: string, way = 'PostalAddress', indent = '  ') => {
  const [group, one, two, three, city, code, region, country] = names.split(' ')
  return `${indent}${group} ${way}
${indent}  ${one} StreetName
${indent}  ${two} AdditionalStreetName
${indent}  ${city} CityName
${indent}  ${code} PostalZone
${indent}  ${region} CountrySubentity
${indent}  ${three} AddressLine/Line
${indent}  ${country} Country/IdentificationCode`
}

const people = (names: string) => {
  const [group, person, telephone, email] = names.split(' ')
  return `  ${group} Contact
    ${person} Name
    ${telephone} Telephone
    ${email} ElectronicMail`
}

const agent = (group: string, way: string) => `
${group} ${way}
  address EndpointID
  id PartyIdentification/ID[@schemeID!=SEPA]
  id-global PartyIdentification/ID[@schemeID!=SEPA]
  name PartyName/Name
  legal PartyLegalEntity/CompanyID
  contacts-BG Contact
    contact Name
`

/** The parties of an invoice in UBL. */
export const PARTIES = `
BG-4 AccountingSupplierParty/Party
  BT-34 EndpointID
  BT-29 PartyIdentification/ID[@schemeID!=SEPA]
  BT-29-global PartyIdentification/ID[@schemeID!=SEPA]
  BT-90 PartyIdentification/ID[@schemeID=SEPA]
  BT-28 PartyName/Name
${place('BG-5 BT-35 BT-36 BT-162 BT-37 BT-38 BT-39 BT-40')}
  BT-31 PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID
  BT-32 PartyTaxScheme[TaxScheme/ID!~VAT]/CompanyID
  BT-27 PartyLegalEntity/RegistrationName
  BT-30 PartyLegalEntity/CompanyID
  legal-BG PartyLegalEntity
    number CompanyID
  BT-33 PartyLegalEntity/CompanyLegalForm
${people('BG-6 BT-41 BT-42 BT-43')}
BG-7 AccountingCustomerParty/Party
  BT-49 EndpointID
  BT-46 PartyIdentification/ID
  BT-46-global PartyIdentification/ID
  BT-45 PartyName/Name
${place('BG-8 BT-50 BT-51 BT-163 BT-52 BT-53 BT-54 BT-55')}
  BT-48 PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID
  BT-44 PartyLegalEntity/RegistrationName
  BT-47 PartyLegalEntity/CompanyID
${people('BG-9 BT-56 BT-57 BT-58')}
BG-10 PayeeParty
  EXT-FR-FE-29 EndpointID
  BT-60 PartyIdentification/ID[@schemeID!=SEPA]
  BT-60-global PartyIdentification/ID[@schemeID!=SEPA]
  BT-90 PartyIdentification/ID[@schemeID=SEPA]
  BT-59 PartyName/Name
  BT-61 PartyLegalEntity/CompanyID
BG-11 TaxRepresentativeParty
  BT-62 PartyName/Name
${place('BG-12 BT-64 BT-65 BT-164 BT-66 BT-67 BT-68 BT-69')}
  BT-63 PartyTaxScheme[TaxScheme/ID~VAT]/CompanyID
BG-13 Delivery
  BT-72 ActualDeliveryDate
  BT-71 DeliveryLocation/ID
  place-BG DeliveryLocation
    id-global ID
${place('BG-15 BT-75 BT-76 BT-165 BT-77 BT-78 BT-79 BT-80', 'DeliveryLocation/Address')}
  BT-70 DeliveryParty/PartyName/Name
${agent('EXT-FR-FE-BG-01', 'AccountingCustomerParty/Party/AgentParty')}
${agent('EXT-FR-FE-BG-02', 'PaymentMeans/PaymentMandate/PayerParty')}
${agent('EXT-FR-FE-BG-03', 'AccountingSupplierParty/Party/AgentParty')}
${agent('EXT-FR-FE-BG-04', 'AccountingCustomerParty/Party/ServiceProviderParty/Party')}
${agent('EXT-FR-FE-BG-05', 'AccountingSupplierParty/Party/ServiceProviderParty/Party')}
`
