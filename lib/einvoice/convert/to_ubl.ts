import { Decimal } from '#lib/values'
import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../model/path.js'
import { CREDIT_NOTE_TYPES } from '../codes/documents.js'
import { UBL, UBL_NAMESPACE } from '../syntax/ubl.js'
import { UBL_ORDER } from './order_of_ubl.js'
import { NO_MEANS, NO_ORDER } from './neutral_ubl.js'
import { all, first, take, term, type Terms } from './terms.js'
import { orders } from './steps.js'
import { TreeWriter } from './tree_writer.js'
import { beyondUbl } from './beyond_ubl.js'
import { writeGroup, type Dialect } from './write_group.js'

const ORDER = orders(UBL_ORDER)

/** Aggregates hold elements; the root has a namespace of its own. */
const namespaceOf = (name: string, parent: string | null, isAggregate: boolean) => {
  if (parent === null) return { prefix: '', uri: `${UBL_NAMESPACE}${name}-2` }
  return isAggregate
    ? { prefix: 'cac', uri: `${UBL_NAMESPACE}CommonAggregateComponents-2` }
    : { prefix: 'cbc', uri: `${UBL_NAMESPACE}CommonBasicComponents-2` }
}

/** Writes terms in UBL 2.1, as an invoice or as a credit note; gives the terms that it has no place for. */
export function toUbl(root: Terms): { text: string; lost: string[] } {
  const isCredit = CREDIT_NOTE_TYPES.has(first(root, 'BT-3')?.text.trim() ?? '')
  const writer = new TreeWriter(isCredit ? 'CreditNote' : 'Invoice', ORDER, namespaceOf)
  const currency = first(root, 'BT-5')?.text ?? ''
  asUbl(root, isCredit)
  const tooMany = beyondUbl(root)
  const lost = writeGroup(writer, writer.root, root, UBL, dialectOf(isCredit))
  complete(writer)
  for (const node of writer.all()) {
    if (node.name.endsWith('Amount') && node.attributes.currencyID === undefined) {
      node.attributes = { ...node.attributes, currencyID: currency }
    }
  }
  return { text: writer.toString(), lost: [...lost, ...tooMany] }
}

/** The tax of every rate, added, where the invoice says no total. */
const taxIn = (node: XmlNode) =>
  Decimal.sum(
    path('TaxSubtotal/TaxAmount')(node).flatMap(({ text }) => Decimal.tryParse(text) ?? [])
  ).toString()

/** What UBL wants besides the terms: the sense of a reduction, the scheme of a tax, an order. */
function complete(writer: TreeWriter): void {
  const fill = (node: XmlNode, way: string, text: string) => {
    const found = writer.at(node, way)
    if (found.text === '') found.text = text
  }
  for (const node of writer.named('PartyTaxScheme')) fill(node, 'TaxScheme/ID', 'FC')
  for (const node of writer.named('TaxTotal')) fill(node, 'TaxAmount', taxIn(node))
  for (const node of writer.named('CardAccount')) fill(node, 'NetworkID', 'NA')
  for (const node of writer.named('OrderReference')) fill(node, 'ID', NO_ORDER)
  for (const node of writer
    .named('AllowanceCharge')
    .filter(({ parent }) => parent?.name === 'Price')) {
    fill(node, 'ChargeIndicator', 'false')
    fill(node, 'Amount', '0')
  }
}

const dialectOf = (isCredit: boolean): Dialect => ({
  day: (text) => ({ text, attributes: {} }),
  choose: (ways) => ways[isCredit && ways.length > 1 ? 1 : 0],
})

/** Brings terms to where UBL has them. */
function asUbl(root: Terms, isCredit: boolean): void {
  const [currency, accounting] = [first(root, 'BT-5')?.text ?? '', first(root, 'BT-6')?.text ?? '']
  root.terms = root.terms.map((one) => {
    if (one.name === 'BT-110') return term('BT-110', one.text, { currencyID: currency })
    return one.name === 'BT-111' ? term('BT-110', one.text, { currencyID: accounting }) : one
  })
  const moved = ['BT-83', 'BT-89', 'BT-91', ...(isCredit ? ['BT-9'] : [])].flatMap((name) =>
    take(root, name)
  )
  if (moved.length > 0 && !all(root, 'BG-16')[0]) {
    root.groups.push({ name: 'BG-16', terms: [term('BT-81', NO_MEANS)], groups: [] })
  }
  all(root, 'BG-16')[0]?.terms.push(...moved)
  const seller = all(root, 'BG-4')[0]
  if (seller) seller.terms.push(...take(root, 'BT-90'))
  for (const note of all(root, 'BG-1')) joinNote(note)
  for (const line of all(root, 'BG-25')) placeLine(root, line)
}

/** `#PMT#text`: UBL has no place for the subject of a note. */
function joinNote(note: Terms): void {
  const [subject] = take(note, 'BT-21')
  const [written] = take(note, 'BT-22')
  const text = written?.text ?? ''
  note.terms.push(term('BT-22', subject ? `#${subject.text}#${text}` : text))
}

/** The place of a line in its tree is a reference to the invoice itself. */
function placeLine(root: Terms, line: Terms): void {
  const places = [...take(line, 'EXT-FR-FE-163'), ...take(line, 'EXT-FR-FE-162')]
  if (places.length === 0) return
  const own = term('EXT-FR-FE-136', first(root, 'BT-1')?.text ?? '')
  line.groups.push({ name: 'EXT-FR-FE-BG-06', terms: [own, ...places], groups: [] })
}
