import type { XmlNode } from '#lib/xml/tree/element'
import type { Group } from '../model/group.js'
import type { Invoice } from '../model/invoice.js'
import { neutralCii } from './neutral_cii.js'
import { neutralUbl } from './neutral_ubl.js'
import { isDay, MEANING, TAX_POINTS, type Terms } from './terms.js'

/** Names of a vocabulary that serve rules: the same elements have a name of their own besides. */
const SERVES_RULES =
  /-vat$|-global$|-means$|^(BT-130|BT-150|BT-125-1|BT-125-2|AFL|AVV|id-global|number|exemption)$/
const GROUPS_OF_RULES = ['legal-BG', 'place-BG', 'BG-TaxTotal']

export interface Gathered {
  terms: Terms
  /** The elements that say something and are of no term, as places in the document. */
  uncarried: string[]
}

/** Every term of an invoice, named as EN 16931 names it, and what has no name there. */
export function gather(invoice: Invoice): Gathered {
  const seen = new Set<XmlNode>()
  const terms = gatherGroup(invoice, invoice, seen)
  if (invoice.syntax === 'CII') neutralCii(terms)
  else neutralUbl(terms)
  withoutEmpty(terms)
  return { terms, uncarried: unseen(invoice, seen) }
}

/** A group that says nothing is none. */
function withoutEmpty(group: Terms): void {
  for (const one of group.groups) withoutEmpty(one)
  group.groups = group.groups.filter(({ terms, groups }) => terms.length + groups.length > 0)
}

function gatherGroup(group: Group, invoice: Invoice, seen: Set<XmlNode>): Terms {
  const gathered: Terms = { name: group.name, terms: [], groups: [] }
  for (const name of group.shape.terms.keys()) {
    for (const { node, text } of group.found(name)) {
      seen.add(node)
      if (SERVES_RULES.test(name) || text.trim() === '') continue
      gathered.terms.push({
        name,
        text: neutral(name, text, invoice),
        attributes: BARE.includes(name) ? {} : meaningOf(name, node),
      })
    }
  }
  for (const name of group.shape.groups.keys()) {
    for (const one of group.all(name)) {
      const below = gatherGroup(one, invoice, seen)
      if (!GROUPS_OF_RULES.includes(name)) gathered.groups.push(below)
    }
  }
  return gathered
}

/** Numbers of VAT and addresses of mail: their scheme is the element that they stand in. */
const BARE = ['BT-31', 'BT-32', 'BT-48', 'BT-63', 'BT-43', 'BT-58']

/** Days as ISO writes them, codes as UBL has them; a text keeps what it is. */
function neutral(name: string, text: string, { syntax }: Invoice): string {
  if (isDay(name)) return dayOf(text.trim())
  if (name === 'BT-8' && syntax === 'CII') return TAX_POINTS[text.trim()] ?? text
  return text
}

/** CII has no hyphen, and no zone of hours. */
const dayOf = (text: string) =>
  text
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/, '$1')

const meaningOf = (name: string, { attributes }: XmlNode) =>
  Object.fromEntries(
    [...MEANING, ...(IN_CURRENCY.includes(name) ? ['currencyID'] : [])].flatMap((key) =>
      attributes[key] === undefined ? [] : [[key, attributes[key]]]
    )
  )

/** Amounts that may be in another currency than the invoice. */
const IN_CURRENCY = ['BT-110', 'EXT-FR-FE-181']

/** Elements that a syntax needs and that say nothing more than where they stand. */
const FIXED = [
  'ChargeIndicator',
  'Indicator',
  'UBLVersionID',
  'NetworkID',
  'DateTimeString',
  'DateString',
]
const FIXED_BELOW = [
  'ApplicableTradeTax/TypeCode',
  'CategoryTradeTax/TypeCode',
  'AdditionalReferencedDocument/TypeCode',
  'SpecifiedProcuringProject/Name',
  'TaxScheme/ID',
  'AdditionalDocumentReference/DocumentTypeCode',
  'DocumentReference/DocumentTypeCode',
]

const says = (node: XmlNode): boolean => node.text.trim() !== '' || node.children.some(says)

function unseen(invoice: Invoice, seen: Set<XmlNode>): string[] {
  const places: string[] = []
  const visit = (node: XmlNode): void => {
    for (const child of node.children) visit(child)
    const isSaid = node.children.length === 0 && node.text.trim() !== ''
    const isFixed =
      FIXED.includes(node.name) || FIXED_BELOW.includes(`${node.parent?.name}/${node.name}`)
    if (isSaid && !seen.has(node) && !isFixed) places.push(node.place)
  }
  visit(invoice.node)
  // Of nobody's namespace, they are of no term; what they say would be lost all the same.
  return [...places, ...invoice.foreign.filter(says).map(({ place }) => place)]
}
