import { xml, type XmlMarkup } from '#lib/xml'
import { ANSWERABLE, type EspdCriterion, type EspdGroup, type EspdProperty } from './espd.js'
import { VERSION } from './write_criteria.js'

/** Answered questions alone; one whose value is not of its type never leaves. */
export const responsesOf = (
  criteria: EspdCriterion[],
  answers: Record<string, string>
): XmlMarkup[] =>
  criteria
    .flatMap(({ groups }) => groups.flatMap(allOf))
    .flatMap(({ id, type, dataType }) => {
      const known = type === 'QUESTION' && ANSWERABLE[dataType]
      const value = answers[id]
      return known && value && known.pattern.test(value)
        ? [
            xml`
  <cac:TenderingCriterionResponse><cbc:ID schemeID="Criterion" schemeAgencyID="OP">${`R-${id}`}</cbc:ID><cbc:ValidatedCriterionPropertyID schemeID="Criterion" schemeAgencyID="OP" schemeVersionID="${VERSION}">${id}</cbc:ValidatedCriterionPropertyID><cac:ResponseValue><cbc:ID schemeID="Criterion" schemeAgencyID="OP">${`V-${id}`}</cbc:ID>${valueOf(known.element, value)}</cac:ResponseValue></cac:TenderingCriterionResponse>`,
          ]
        : []
    })

const allOf = ({ properties, groups }: EspdGroup): EspdProperty[] => [
  ...properties,
  ...groups.flatMap(allOf),
]

function valueOf(element: string, value: string): XmlMarkup {
  switch (element) {
    case 'ResponseIndicator':
      return xml`<cbc:ResponseIndicator>${value}</cbc:ResponseIndicator>`
    case 'ResponseDate':
      return xml`<cbc:ResponseDate>${value}</cbc:ResponseDate>`
    case 'ResponseAmount':
      return xml`<cbc:ResponseAmount currencyID="EUR">${value}</cbc:ResponseAmount>`
    case 'ResponseQuantity':
      return xml`<cbc:ResponseQuantity>${value}</cbc:ResponseQuantity>`
    case 'ResponseNumeric':
      return xml`<cbc:ResponseNumeric>${value}</cbc:ResponseNumeric>`
    case 'ResponseURI':
      return xml`<cbc:ResponseURI>${value}</cbc:ResponseURI>`
    default:
      return xml`<cbc:Description>${value}</cbc:Description>`
  }
}
