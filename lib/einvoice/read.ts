import type { XmlNode } from '#lib/xml/tree/element'
import { Invoice } from './model/invoice.js'
import { vocabulary } from './model/vocabulary.js'
import { CII, CII_NAMESPACES } from './syntax/cii.js'
import { PIVOT } from './syntax/pivot.js'
import { UBL, UBL_NAMESPACE } from './syntax/ubl.js'

const AGGREGATES = `${UBL_NAMESPACE}CommonAggregateComponents-2`
const BASIC = `${UBL_NAMESPACE}CommonBasicComponents-2`
const CDAR = vocabulary(
  'BT-24 ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'
)

/**
 * The invoice, or the message about one, that a document holds; null when its root is of nothing
 * that we read. What stands in another namespace than its own is taken out: no term can be there.
 */
export function invoiceOf(root: XmlNode): Invoice | null {
  const { name, namespace } = root
  if (name === 'CrossIndustryInvoice' || name === 'CrossDomainAcknowledgementAndResponse') {
    if (namespace !== CII_NAMESPACES.root(name)) return null
    const ours = new Set([namespace, ...CII_NAMESPACES.components])
    const foreign = prune(root, (node) => ours.has(node.namespace))
    return name === 'CrossIndustryInvoice'
      ? new Invoice(root, CII, 'CII', foreign)
      : new Invoice(root, CDAR, 'CDAR', foreign)
  }
  if ((name === 'Invoice' || name === 'CreditNote') && namespace === `${UBL_NAMESPACE}${name}-2`) {
    return new Invoice(root, UBL, 'UBL', prune(root, isOfUbl))
  }
  return name === 'CPPFacturePivot' ? new Invoice(root, PIVOT, 'PIVOT') : null
}

/** An aggregate holds elements, a basic component holds a text: each in its namespace. */
const isOfUbl = ({ namespace, children, text }: XmlNode) =>
  namespace === AGGREGATES
    ? children.length > 0 || text.trim() === ''
    : namespace === BASIC && children.length === 0

/** Takes out what is not ours; gives what was taken out. */
function prune(root: XmlNode, isOurs: (node: XmlNode) => boolean): XmlNode[] {
  const foreign: XmlNode[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!node.children.every(isOurs)) {
      for (const child of node.children) if (!isOurs(child)) foreign.push(child)
      node.children = node.children.filter(isOurs)
    }
    for (const child of node.children) waiting.push(child)
  }
  return foreign
}
