import { structure, elementsAt } from '../structure.js'
import type { Rule } from '../rule.js'

/** A line. */
export const LINE = '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem'

const IDENTIFIER = [
  'schemeName',
  'schemeAgencyName',
  'schemeDataURI',
  'schemeURI',
  'schemeID',
  'schemeAgencyID',
  'schemeVersionID',
]

const BARE = [
  '/ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID',
  '/ExchangedDocument/ID',
  `${LINE}/AssociatedDocumentLineDocument/LineID`,
  `${LINE}/SpecifiedTradeProduct/SellerAssignedID`,
]

const PERIOD: [number, string][] = [
  [68, 'StartDateTime/DateTime'],
  [69, 'DurationMeasure'],
  [70, 'InclusiveIndicator'],
  [71, 'Description'],
  [72, 'EndDateTime/DateTime'],
  [73, 'CompleteDateTime'],
  [74, 'OpenIndicator'],
  [75, 'SeasonCode'],
  [76, 'ID'],
  [77, 'Name'],
  [78, 'SequenceNumeric'],
  [79, 'StartDateFlexibilityCode'],
  [80, 'ContinuousIndicator'],
  [81, 'PurposeCode'],
]

const ADDRESS: [number, string][] = [
  [82, 'ID'],
  [83, 'PostOfficeBox'],
  [84, 'BuildingName'],
  [86, 'LineFour'],
  [87, 'LineFive'],
  [88, 'StreetName'],
  [89, 'CitySubDivisionName'],
  [90, 'CountryName'],
  [91, 'CountrySubDivisionID'],
  [92, 'AttentionOf'],
  [93, 'CareOf'],
  [94, 'BuildingNumber'],
  [95, 'DepartmentName'],
  [96, 'AdditionalStreetName'],
]

const DOCUMENT: [number, string][] = [
  [16, 'StatusCode'],
  [17, 'CopyIndicator'],
  [19, 'GlobalID'],
  [20, 'RevisionID'],
  [23, 'Information'],
  [25, 'SectionName'],
  [26, 'PreviousRevisionID'],
  [28, 'EffectiveSpecifiedPeriod'],
  [29, 'IssuerTradeParty'],
  [30, 'AttachedSpecifiedBinaryFile'],
]

const dt = (number: number) => `CII-DT-${String(number).padStart(3, '0')}`

const never = (rows: [id: string, term: string, place: string, what: string][]) =>
  structure(
    rows.map(([id, term, place, what]) => `${id} ${term} none ${place} :: ${what}`).join('\n')
  )

/** Of two places that match an element, the official rules keep the first. */
const ofFirst = (rules: Rule[], places: string[]): Rule[] =>
  rules.map((one) => ({
    ...one,
    faults: function* (invoice) {
      const taken = new Set(places.flatMap((place) => elementsAt(invoice, place)))
      for (const fault of one.faults(invoice)) if (!taken.has(fault.node)) yield fault
    },
  }))

/** Elements and attributes that EN 16931 has no use for. */
export const NEVER = [
  ...never([
    [dt(13), 'BT-22', '/', '@languageID'],
    [dt(14), 'BT-22', '/', '@languageLocaleID'],
  ]),
  ...BARE.flatMap((place) =>
    never(IDENTIFIER.map((name, index) => [dt(index + 1), 'BT-1', place, `@${name}`]))
  ),
  ...ofFirst(
    never(
      IDENTIFIER.slice(0, 4).map((name, index) => [dt(101 + index), 'BT-29', '*ID', `@${name}`])
    ),
    BARE
  ),
  ...never([
    [dt(8), 'BT-3', 'TypeCode', '@name'],
    [dt(9), 'BT-3', 'TypeCode', '@listURI'],
  ]),
  ...never([
    [dt(34), 'BT-130', '*Quantity', '@unitCodeListID'],
    [dt(35), 'BT-130', '*Quantity', '@unitCodeListAgencyID'],
    [dt(36), 'BT-130', '*Quantity', '@unitCodeListAgencyName'],
  ]),
  ...never(DOCUMENT.map(([number, name]) => [dt(number), 'BG-24', '*ReferencedDocument', name])),
  ...never(PERIOD.map(([number, name]) => [dt(number), 'BG-14', 'BillingSpecifiedPeriod', name])),
  ...never(ADDRESS.map(([number, name]) => [dt(number), 'BG-5', 'PostalTradeAddress', name])),
]
