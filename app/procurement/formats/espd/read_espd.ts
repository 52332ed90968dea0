import { parseXml, XmlRejected, type XmlElementView } from '#lib/xml'
import {
  ANSWERABLE,
  type Espd,
  type EspdCriterion,
  type EspdGroup,
  type EspdProperty,
} from './espd.js'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const NAMESPACES = {
  cac: `${UBL}:CommonAggregateComponents-2`,
  cbc: `${UBL}:CommonBasicComponents-2`,
}
const KINDS: Record<string, Espd['kind']> = {
  QualificationApplicationRequest: 'request',
  QualificationApplicationResponse: 'response',
}
const MOST_BYTES = 5_000_000
const MOST_CRITERIA = 300
const MOST_PROPERTIES = 5_000
const MOST_LEVELS = 12

/** The requirements of a buyer, under the elements that say them. */
const EXPECTED = ['Amount', 'ID', 'Indicator', 'Code', 'ValueNumeric', 'Description', 'URI'].map(
  (name) => `Expected${name}`
)

/**
 * A DUME that came from outside: a request or a response of ESPD-EDM, with its criteria; or why it is
 * not read, in one French sentence. Runs in a reading thread.
 */
export function readEspd(bytes: Uint8Array): Espd | { problem: string } {
  try {
    using document = parseXml(bytes, { maxBytes: MOST_BYTES, namespaces: NAMESPACES })
    const kind = KINDS[document.root.name]
    if (!kind || !document.root.namespace.startsWith(UBL))
      return {
        problem:
          'Ce fichier XML n’est pas un DUME : choisissez la demande de l’acheteur, ou une réponse.',
      }
    const nodes = document.nodes('/*/cac:TenderingCriterion')
    if (nodes.length === 0) return { problem: 'Ce DUME ne contient aucun critère.' }
    const counted = Number(document.text('count(//cac:TenderingCriterionProperty)'))
    if (nodes.length > MOST_CRITERIA || counted > MOST_PROPERTIES)
      return { problem: 'Ce DUME a trop de critères pour être lu ici.' }
    return {
      kind,
      id: said(document.root, '/*/cbc:ID'),
      title: said(document.root, '/*/cac:ProcurementProject/cbc:Description'),
      criteria: nodes.map(criterionOf),
      answers: answersIn(document.nodes('/*/cac:TenderingCriterionResponse')),
    }
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    return { problem: `Ce DUME n’est pas lisible. ${error.message}` }
  }
}

const said = (node: XmlElementView, path: string, most = 4_000): string =>
  (node.text(path) ?? '').trim().slice(0, most)

const criterionOf = (node: XmlElementView): EspdCriterion => ({
  id: said(node, 'cbc:ID', 200),
  code: said(node, 'cbc:CriterionTypeCode', 100),
  name: said(node, 'cbc:Name'),
  description: said(node, 'cbc:Description'),
  groups: node.nodes('cac:TenderingCriterionPropertyGroup').map((group) => groupOf(group)),
})

function groupOf(node: XmlElementView, level = 1): EspdGroup {
  const under =
    level < MOST_LEVELS ? node.nodes('cac:SubsidiaryTenderingCriterionPropertyGroup') : []
  return {
    id: said(node, 'cbc:ID', 200),
    type: said(node, 'cbc:PropertyGroupTypeCode', 100),
    properties: node.nodes('cac:TenderingCriterionProperty').map(propertyOf),
    groups: under.map((group) => groupOf(group, level + 1)),
  }
}

function propertyOf(node: XmlElementView): EspdProperty {
  const element = EXPECTED.find((name) => node.text(`cbc:${name}`) !== null)
  const currency = node.nodes('cbc:ExpectedAmount')[0]?.attribute('currencyID') ?? null
  return {
    id: said(node, 'cbc:ID', 200),
    description: said(node, 'cbc:Description'),
    type: said(node, 'cbc:TypeCode', 100),
    dataType: said(node, 'cbc:ValueDataTypeCode', 100),
    expected: element ? { element, value: said(node, `cbc:${element}`), currency } : null,
  }
}

const ELEMENTS = [...new Set(Object.values(ANSWERABLE).map(({ element }) => element))]

function answersIn(nodes: XmlElementView[]): Record<string, string> {
  const answers = nodes.flatMap((node) => {
    const property = said(node, 'cbc:ValidatedCriterionPropertyID', 200)
    const element = ELEMENTS.find((name) => node.text(`cac:ResponseValue/cbc:${name}`) !== null)
    return property && element ? [[property, said(node, `cac:ResponseValue/cbc:${element}`)]] : []
  })
  return Object.fromEntries(answers)
}
