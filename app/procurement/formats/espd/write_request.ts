import { xml } from '#lib/xml'
import type { EspdCriterion } from './espd.js'
import { criterionOf, VERSION } from './write_criteria.js'

/** What a buyer asks by its DUME, and of which tender. */
export interface EspdRequest {
  /** Of the tender: a request that is written again is the same one. */
  uuid: string
  /** `2026-11-30` and `12:00:00+01:00`. */
  day: string
  time: string
  reference: string
  title: string
  buyer: { name: string; siret: string; profileUrl: string }
  /** The numbers of its lots; none where it is not divided. */
  lots: number[]
  criteria: EspdCriterion[]
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
/** What the EDM calls a tender that is not divided. */
const WHOLE = 'LOT-0000'

/**
 * The request of ESPD-EDM 4.1.0 (UBL 2.3), that any service of ESPD reads: what a company declares on
 * its honour (R2143-4). No kind of procedure is named: a MAPA is none of those of the directive.
 */
export function espdRequest(asked: EspdRequest): string {
  const { uuid, day, time, reference, title, buyer, criteria } = asked
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml`<QualificationApplicationRequest xmlns="${UBL}:QualificationApplicationRequest-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
  <cbc:UBLVersionID schemeAgencyID="OASIS-UBL-TC">2.3</cbc:UBLVersionID>
  <cbc:ProfileExecutionID schemeAgencyID="OP" schemeVersionID="${VERSION}">ESPD-EDMv${VERSION}</cbc:ProfileExecutionID>
  <cbc:ID schemeAgencyID="OP">${uuid}</cbc:ID>
  <cbc:CopyIndicator>false</cbc:CopyIndicator>
  <cbc:UUID schemeID="ISO/IEC 9834-8:2008 - 4UUID" schemeAgencyID="OP" schemeVersionID="${VERSION}">${uuid}</cbc:UUID>
  <cbc:ContractFolderID schemeAgencyID="OP">${reference}</cbc:ContractFolderID>
  <cbc:IssueDate>${day}</cbc:IssueDate>
  <cbc:IssueTime>${time}</cbc:IssueTime>
  <cbc:VersionID schemeAgencyID="OP" schemeVersionID="${VERSION}">${VERSION}</cbc:VersionID>
  <cac:ContractingParty><cbc:BuyerProfileURI>${buyer.profileUrl}</cbc:BuyerProfileURI><cac:Party>${buyer.siret && xml`<cac:PartyIdentification><cbc:ID schemeAgencyID="FR">${buyer.siret}</cbc:ID></cac:PartyIdentification>`}<cac:PartyName><cbc:Name>${buyer.name}</cbc:Name></cac:PartyName></cac:Party></cac:ContractingParty>
  <cac:ProcurementProject><cbc:Description>${title}</cbc:Description></cac:ProcurementProject>
  ${lotsOf(asked).map((id) => xml`<cac:ProcurementProjectLot><cbc:ID schemeID="Criterion" schemeAgencyID="OP" schemeVersionID="${VERSION}">${id}</cbc:ID></cac:ProcurementProjectLot>`)}
  ${criteria.map(criterionOf)}
</QualificationApplicationRequest>`}\n`
}

const lotsOf = ({ lots }: EspdRequest): string[] =>
  lots.length === 0 ? [WHOLE] : lots.map((number) => `LOT-${String(number).padStart(4, '0')}`)
