import type { DateTime } from 'luxon'
import { xml, type XmlMarkup } from '#lib/xml'
import { lotPart, projectPart, type NoticeLotFacts } from './notice_lot_part.js'
import { noticeDay, noticeHour, noticeText, noticeUuid } from './notice_words.js'

/** What a contract notice tells of a procedure. */
export interface ContractNotice extends NoticeLotFacts {
  /** The notice of one consultation keeps its identifiers each time that it is written. */
  consultationId: string
  /** The text that gives its rules to the procedure. */
  legalBasis: string
  buyer: { name: string; siret: string; profileUrl: string }
  /** Empty where it is not divided; else what each lot says otherwise than the whole. */
  lots: { number: number; title: string; cpv: string }[]
  /** How many lots a company may answer, and win; null: all of them. */
  mostLotsAnswered: number | null
  mostLotsWon: number | null
  /** When it is written to be handed over (BT-05), in the zone of the buyer. */
  writtenAt: DateTime
}

/**
 * The voluntary contract notice of eForms (subtype E3, SDK 1.15), for a procedure below the thresholds
 * of the Union. What the buyer was not asked is left out; each day and hour says its offset.
 */
export const contractNotice = (notice: ContractNotice): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${wholeOf(notice)}\n`

const wholeOf = (notice: ContractNotice): XmlMarkup =>
  xml`<ContractNotice
    xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
    xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
    xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1">
  ${organizationsPart(notice)}
  ${headPart(notice)}
  ${buyerPart(notice)}
  ${termsPart(notice)}
  <cac:TenderingProcess>
    <cbc:ProcedureCode listName="procurement-procedure-type">oth-single</cbc:ProcedureCode>
  </cac:TenderingProcess>
  ${projectPart(notice)}
  ${lotsOf(notice)}
</ContractNotice>`

/** Each lot bears the reference of its own marché. */
const lotsOf = ({ lots, ...whole }: ContractNotice) =>
  lots.length === 0
    ? lotPart(whole)
    : lots.map(({ number, title, cpv }) =>
        lotPart({ ...whole, title, cpv, reference: `${whole.reference}-L${number}` }, number)
      )

const organizationsPart = ({ buyer }: ContractNotice) => xml`<ext:UBLExtensions>
    <ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
      <efac:NoticeSubType>
        <cbc:SubTypeCode listName="notice-subtype">E3</cbc:SubTypeCode>
      </efac:NoticeSubType>
      <efac:Organizations><efac:Organization><efac:Company>
        <cac:PartyIdentification>
          <cbc:ID schemeName="organization">ORG-0001</cbc:ID>
        </cac:PartyIdentification>
        <cac:PartyName>
          <cbc:Name languageID="FRA">${noticeText(buyer.name, 400)}</cbc:Name>
        </cac:PartyName>
        <cac:PostalAddress><cac:Country>
          <cbc:IdentificationCode listName="country">FRA</cbc:IdentificationCode>
        </cac:Country></cac:PostalAddress>
        <cac:PartyLegalEntity>
          <cbc:CompanyID>${buyer.siret}</cbc:CompanyID>
        </cac:PartyLegalEntity>
      </efac:Company></efac:Organization></efac:Organizations>
    </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>
  </ext:UBLExtensions>`

const headPart = ({ consultationId, writtenAt }: ContractNotice) =>
  xml`<cbc:UBLVersionID>2.3</cbc:UBLVersionID>
  <cbc:CustomizationID>eforms-sdk-1.15</cbc:CustomizationID>
  <cbc:ID schemeName="notice-id">${noticeUuid('notice', consultationId)}</cbc:ID>
  <cbc:ContractFolderID>${noticeUuid('procedure', consultationId)}</cbc:ContractFolderID>
  <cbc:IssueDate>${noticeDay(writtenAt)}</cbc:IssueDate>
  <cbc:IssueTime>${noticeHour(writtenAt.startOf('second'))}</cbc:IssueTime>
  <cbc:VersionID>01</cbc:VersionID>
  <cbc:RegulatoryDomain>other</cbc:RegulatoryDomain>
  <cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
  <cbc:NoticeLanguageCode>FRA</cbc:NoticeLanguageCode>`

const buyerPart = ({ buyer }: ContractNotice) => xml`<cac:ContractingParty>
    <cbc:BuyerProfileURI>${buyer.profileUrl}</cbc:BuyerProfileURI>
    <cac:Party><cac:PartyIdentification>
      <cbc:ID schemeName="organization">ORG-0001</cbc:ID>
    </cac:PartyIdentification></cac:Party>
  </cac:ContractingParty>`

/** The grounds of exclusion stand in the documents (BT-806): the notice repeats none. */
const termsPart = (notice: ContractNotice) => xml`<cac:TenderingTerms>
    <cac:ProcurementLegislationDocumentReference>
      <cbc:ID>LocalLegalBasis</cbc:ID>
      <cbc:DocumentDescription languageID="FRA">${noticeText(notice.legalBasis, 400)}</cbc:DocumentDescription>
    </cac:ProcurementLegislationDocumentReference>
    <cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
      <cbc:TendererRequirementTypeCode listName="exclusion-grounds-source">epo-procurement-document</cbc:TendererRequirementTypeCode>
    </cac:SpecificTendererRequirement></cac:TendererQualificationRequest>
    ${lotDistributionPart(notice)}
  </cac:TenderingTerms>`

/** How many lots at most: won (BT-33), then answered (BT-31). */
const lotDistributionPart = ({ lots, mostLotsWon, mostLotsAnswered }: ContractNotice) =>
  lots.length > 0 &&
  xml`<cac:LotDistribution>
      <cbc:MaximumLotsAwardedNumeric>${mostLotsWon ?? lots.length}</cbc:MaximumLotsAwardedNumeric>
      <cbc:MaximumLotsSubmittedNumeric>${mostLotsAnswered ?? lots.length}</cbc:MaximumLotsSubmittedNumeric>
    </cac:LotDistribution>`
