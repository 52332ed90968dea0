import type { DateTime } from 'luxon'
import { xml } from '#lib/xml'
import type { NoticePlace } from './notice_place.js'
import { noticeDay, noticeHour, noticeText } from './notice_words.js'

/** A criterion with its points, of a hundred. */
export interface NoticeCriterion {
  type: 'price' | 'quality' | 'cost'
  label: string
  weight: number
}

/** What is bought, of whom it is asked and until when: the procedure and each of its lots say the same. */
export interface NoticeLotFacts {
  reference: string
  title: string
  description: string
  nature: 'works' | 'supplies' | 'services'
  /** Eight digits of the CPV 2008. */
  cpv: string
  /** Left out when it is null: TED then asks for it. */
  place: NoticePlace | null
  durationMonths: number
  criteria: NoticeCriterion[]
  /** In the zone of the buyer. */
  deadline: DateTime
  documentsUrl: string
  depositUrl: string
}

/** What the whole procedure buys. */
export const projectPart = (lot: NoticeLotFacts) => xml`<cac:ProcurementProject>
    ${needPart(lot)}
  </cac:ProcurementProject>`

/** A lot: eForms numbers 0000 that of a procedure that has no other. */
export const lotPart = (lot: NoticeLotFacts, number = 0) => xml`<cac:ProcurementProjectLot>
    <cbc:ID schemeName="Lot">LOT-${String(number).padStart(4, '0')}</cbc:ID>
    ${termsPart(lot)}
    <cac:TenderingProcess>
      <cbc:SubmissionMethodCode listName="esubmission">required</cbc:SubmissionMethodCode>
      <cac:TenderSubmissionDeadlinePeriod>
        <cbc:EndDate>${noticeDay(lot.deadline)}</cbc:EndDate>
        <cbc:EndTime>${noticeHour(lot.deadline)}</cbc:EndTime>
      </cac:TenderSubmissionDeadlinePeriod>
    </cac:TenderingProcess>
    <cac:ProcurementProject>
      ${needPart(lot)}
      <cac:PlannedPeriod>
        <cbc:DurationMeasure unitCode="MONTH">${lot.durationMonths}</cbc:DurationMeasure>
      </cac:PlannedPeriod>
    </cac:ProcurementProject>
  </cac:ProcurementProjectLot>`

const needPart = ({ reference, title, description, nature, cpv, place }: NoticeLotFacts) =>
  xml`<cbc:ID schemeName="InternalID">${reference}</cbc:ID>
    <cbc:Name languageID="FRA">${noticeText(title, 400)}</cbc:Name>
    <cbc:Description languageID="FRA">${noticeText(description, 6000)}</cbc:Description>
    <cbc:ProcurementTypeCode listName="contract-nature">${nature}</cbc:ProcurementTypeCode>
    <cac:MainCommodityClassification>
      <cbc:ItemClassificationCode listName="cpv">${cpv}</cbc:ItemClassificationCode>
    </cac:MainCommodityClassification>
    ${place && placePart(place)}`

const placePart = ({ country, nuts, postalCode }: NoticePlace) => xml`<cac:RealizedLocation>
      ${!nuts && xml`<cbc:Description languageID="FRA">Code postal ${postalCode}</cbc:Description>`}
      <cac:Address>
        ${nuts && xml`<cbc:CountrySubentityCode listName="nuts">${nuts}</cbc:CountrySubentityCode>`}
        <cac:Country>
          <cbc:IdentificationCode listName="country">${country}</cbc:IdentificationCode>
        </cac:Country>
      </cac:Address>
    </cac:RealizedLocation>`

/** Where the documents are read and the tenders deposited; what is asked of who tenders stands in the documents (BT-821). */
const termsPart = ({ reference, documentsUrl, depositUrl, criteria }: NoticeLotFacts) =>
  xml`<cac:TenderingTerms>
      <cac:CallForTendersDocumentReference>
        <cbc:ID>${reference}</cbc:ID>
        <cbc:DocumentType>non-restricted-document</cbc:DocumentType>
        <cac:Attachment><cac:ExternalReference>
          <cbc:URI>${documentsUrl}</cbc:URI>
        </cac:ExternalReference></cac:Attachment>
      </cac:CallForTendersDocumentReference>
      <cac:TendererQualificationRequest><cac:SpecificTendererRequirement>
        <cbc:TendererRequirementTypeCode listName="selection-criteria-source">epo-procurement-document</cbc:TendererRequirementTypeCode>
      </cac:SpecificTendererRequirement></cac:TendererQualificationRequest>
      <cac:AwardingTerms><cac:AwardingCriterion>
        ${criteria.map(criterionPart)}
      </cac:AwardingCriterion></cac:AwardingTerms>
      <cac:TenderRecipientParty>
        <cbc:EndpointID>${depositUrl}</cbc:EndpointID>
      </cac:TenderRecipientParty>
      <cac:Language><cbc:ID>FRA</cbc:ID></cac:Language>
    </cac:TenderingTerms>`

const criterionPart = ({ type, label, weight }: NoticeCriterion) =>
  xml`<cac:SubordinateAwardingCriterion>
          <ext:UBLExtensions>
            <ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
              <efac:AwardCriterionParameter>
                <efbc:ParameterCode listName="number-weight">poi-exa</efbc:ParameterCode>
                <efbc:ParameterNumeric>${weight}</efbc:ParameterNumeric>
              </efac:AwardCriterionParameter>
            </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>
          </ext:UBLExtensions>
          <cbc:AwardingCriterionTypeCode listName="award-criterion-type">${type}</cbc:AwardingCriterionTypeCode>
          <cbc:Description languageID="FRA">${label}</cbc:Description>
        </cac:SubordinateAwardingCriterion>`
