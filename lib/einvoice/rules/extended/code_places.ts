import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { each, type Rule } from '../rule.js'
import type { Names } from './names.js'

/** The types of the properties of an item, and their values. */
export const properties = (names: Names): Rule[] => {
  const id = (number: string) =>
    names.tree('05').startsWith('BR-FXEXT') ? `BR-FXEXT-BR-54-${number}` : `BR-FREXT-54-${number}`
  const property = each('BG-25', 'BG-31', 'BG-32')
  return [
    property(
      id('1'),
      'BT-160',
      'Donnez à l’attribut un nom (BT-160) ou un code.',
      (group) => group.has('BT-160') || group.has('EXT-FR-FE-159')
    ),
    property(
      id('2'),
      'BT-161',
      'Donnez à l’attribut une valeur (BT-161), ou une mesure avec son unité, pas les deux.',
      (group) => {
        const measures = group.found('EXT-FR-FE-160')
        return group.has('BT-161')
          ? measures.length === 0
          : measures.some(({ node }) => Boolean(node.attributes.unitCode))
      }
    ),
  ]
}

/** Where a reason of an allowance or charge is coded. */
export const reasons = (invoice: Invoice) =>
  invoice.syntax === 'CII'
    ? invoice
        .named('SpecifiedTradeAllowanceCharge')
        .flatMap((node) => path('.[ChargeIndicator/Indicator=true]/ReasonCode')(node))
    : invoice
        .named('AllowanceCharge')
        .flatMap((node) => path('.[ChargeIndicator=true]/AllowanceChargeReasonCode')(node))

/** Where the type of a file is said. */
export const media = (invoice: Invoice) =>
  invoice
    .named('AttachmentBinaryObject', 'EmbeddedDocumentBinaryObject')
    .flatMap((node) => path('@mimeCode')(node))

/** Where a term of delivery is said. */
export const terms = (invoice: Invoice) =>
  invoice.syntax === 'CII'
    ? invoice
        .named('ApplicableTradeDeliveryTerms')
        .flatMap((node) => path('DeliveryTypeCode')(node))
    : invoice.named('DeliveryTerms').flatMap((node) => path('ID')(node))
