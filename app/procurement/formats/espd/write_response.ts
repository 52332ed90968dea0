import { xml } from '#lib/xml'
import type { Espd } from './espd.js'
import { responsesOf } from './write_answers.js'
import { criterionOf, LISTS, VERSION } from './write_criteria.js'

/** Who answers and to whom, as the response names them. */
export interface EspdParties {
  /** A UUID of this answer. */
  uuid: string
  /** `2026-11-30` and `12:00:00+01:00`. */
  day: string
  time: string
  reference: string
  title: string
  buyer: string
  /** `alone`, or its place in the group. */
  role: 'sole-tenderer' | 'group-lead' | 'group-mem'
  group: string | null
  company: {
    name: string
    siret: string
    representative: string
    email: string
    phone: string
    isSme: boolean
    workforce: number | null
  }
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'

/** The response of ESPD-EDM 4.1.0 (UBL 2.3): the criteria that were asked, and what was answered. */
export function espdResponse({ id, criteria, answers }: Espd, parties: EspdParties): string {
  const { uuid, day, time, reference, title, buyer, role, group } = parties
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml`<QualificationApplicationResponse xmlns="${UBL}:QualificationApplicationResponse-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
  <cbc:UBLVersionID schemeAgencyID="OASIS-UBL-TC">2.3</cbc:UBLVersionID>
  <cbc:ProfileExecutionID schemeAgencyID="OP" schemeVersionID="${VERSION}">ESPD-EDMv${VERSION}</cbc:ProfileExecutionID>
  <cbc:ID schemeAgencyID="OP">${uuid}</cbc:ID>
  <cbc:CopyIndicator>false</cbc:CopyIndicator>
  <cbc:UUID schemeID="ISO/IEC 9834-8:2008 - 4UUID" schemeAgencyID="OP" schemeVersionID="${VERSION}">${uuid}</cbc:UUID>
  <cbc:ContractFolderID schemeAgencyID="OP">${reference}</cbc:ContractFolderID>
  <cbc:IssueDate>${day}</cbc:IssueDate>
  <cbc:IssueTime>${time}</cbc:IssueTime>
  ${group && xml`<cbc:EconomicOperatorGroupName>${group}</cbc:EconomicOperatorGroupName>`}
  <cbc:VersionID schemeAgencyID="OP" schemeVersionID="${VERSION}">${VERSION}</cbc:VersionID>
  <cac:ContractingParty><cac:Party><cac:PartyName><cbc:Name>${buyer}</cbc:Name></cac:PartyName></cac:Party></cac:ContractingParty>
  ${operatorOf(parties, role)}
  <cac:ProcurementProject><cbc:Description>${title}</cbc:Description></cac:ProcurementProject>
  ${criteria.map(criterionOf)}
  ${responsesOf(criteria, answers)}
  ${id && xml`<cac:AdditionalDocumentReference><cbc:ID>${id}</cbc:ID><cbc:DocumentTypeCode listID="${LISTS}/docref-content-type" listAgencyID="OP" listVersionID="${VERSION}">ESPD_REQUEST</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>`}
</QualificationApplicationResponse>`}\n`
}

const operatorOf = (
  { company }: EspdParties,
  role: EspdParties['role']
) => xml`<cac:EconomicOperatorParty>
    <cac:QualifyingParty>${company.workforce !== null && xml`<cbc:EmployeeQuantity unitCode="IE">${company.workforce}</cbc:EmployeeQuantity>`}<cac:Party><cac:PartyIdentification><cbc:ID schemeAgencyID="FR">${company.siret}</cbc:ID></cac:PartyIdentification></cac:Party></cac:QualifyingParty>
    <cac:EconomicOperatorRole><cbc:RoleCode listID="${LISTS}/eo-role-type" listAgencyID="OP" listVersionID="${VERSION}">${role}</cbc:RoleCode></cac:EconomicOperatorRole>
    <cac:Party>
      <cbc:IndustryClassificationCode listID="${LISTS}/economic-operator-size" listAgencyID="OP" listVersionID="${VERSION}">${company.isSme ? 'sme' : 'large'}</cbc:IndustryClassificationCode>
      <cac:PartyIdentification><cbc:ID schemeAgencyID="FR">${company.siret}</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name>${company.name}</cbc:Name></cac:PartyName>
      <cac:Contact><cbc:Name>${company.representative}</cbc:Name><cbc:Telephone>${company.phone}</cbc:Telephone><cbc:ElectronicMail>${company.email}</cbc:ElectronicMail></cac:Contact>
    </cac:Party>
  </cac:EconomicOperatorParty>`
