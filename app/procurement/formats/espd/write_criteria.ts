import { xml, type XmlMarkup } from '#lib/xml'
import type { EspdCriterion, EspdGroup, EspdProperty } from './espd.js'

export const LISTS = 'http://publications.europa.eu/resource/authority'
export const VERSION = '4.1.0'

const idOf = (id: string) =>
  xml`<cbc:ID schemeID="Criterion" schemeAgencyID="OP" schemeVersionID="${VERSION}">${id}</cbc:ID>`

/** A criterion as it was asked: a response says it again (ESPD-EDM 4.1.0). */
export const criterionOf = ({ id, code, name, description, groups }: EspdCriterion) => xml`
  <cac:TenderingCriterion>
    ${idOf(id)}
    <cbc:CriterionTypeCode listID="${LISTS}/criterion" listAgencyID="OP" listVersionID="20240612-0">${code}</cbc:CriterionTypeCode>
    <cbc:Name>${name}</cbc:Name>
    <cbc:Description>${description}</cbc:Description>
    ${groups.map((group) => groupOf(group, 'TenderingCriterionPropertyGroup'))}
  </cac:TenderingCriterion>`

function groupOf({ id, type, properties, groups }: EspdGroup, element: string): XmlMarkup {
  const inside = xml`${idOf(id)}<cbc:PropertyGroupTypeCode listID="property-group-type" listAgencyID="OP" listVersionID="${VERSION}">${type}</cbc:PropertyGroupTypeCode>${properties.map(propertyOf)}${groups.map((group) => groupOf(group, 'SubsidiaryTenderingCriterionPropertyGroup'))}`
  return element === 'TenderingCriterionPropertyGroup'
    ? xml`<cac:TenderingCriterionPropertyGroup>${inside}</cac:TenderingCriterionPropertyGroup>`
    : xml`<cac:SubsidiaryTenderingCriterionPropertyGroup>${inside}</cac:SubsidiaryTenderingCriterionPropertyGroup>`
}

const propertyOf = ({ id, description, type, dataType, expected }: EspdProperty) =>
  xml`<cac:TenderingCriterionProperty>${idOf(id)}<cbc:Description>${description}</cbc:Description><cbc:TypeCode listID="criterion-element-type" listAgencyID="OP" listVersionID="${VERSION}">${type}</cbc:TypeCode><cbc:ValueDataTypeCode listID="response-data-type" listAgencyID="OP" listVersionID="${VERSION}">${dataType}</cbc:ValueDataTypeCode>${expected && expectedOf(expected)}</cac:TenderingCriterionProperty>`

/** A closed list of elements: nothing that came from outside names one. */
function expectedOf({ element, value, currency }: NonNullable<EspdProperty['expected']>) {
  switch (element) {
    case 'ExpectedAmount':
      return xml`<cbc:ExpectedAmount currencyID="${currency ?? 'EUR'}">${value}</cbc:ExpectedAmount>`
    case 'ExpectedIndicator':
      return xml`<cbc:ExpectedIndicator>${value}</cbc:ExpectedIndicator>`
    case 'ExpectedValueNumeric':
      return xml`<cbc:ExpectedValueNumeric>${value}</cbc:ExpectedValueNumeric>`
    case 'ExpectedDescription':
      return xml`<cbc:ExpectedDescription>${value}</cbc:ExpectedDescription>`
    case 'ExpectedURI':
      return xml`<cbc:ExpectedURI>${value}</cbc:ExpectedURI>`
    case 'ExpectedCode':
      return xml`<cbc:ExpectedCode>${value}</cbc:ExpectedCode>`
    default:
      return xml`<cbc:ExpectedID schemeAgencyID="OP">${value}</cbc:ExpectedID>`
  }
}
