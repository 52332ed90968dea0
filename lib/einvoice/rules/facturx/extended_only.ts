import { Decimal } from '#lib/values'
import { decimalOf } from '../../model/group.js'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { same } from '../arithmetic.js'
import { at, each, type Rule } from '../rule.js'

const adjusted = (invoice: Invoice) =>
  invoice
    .named('SpecifiedFinancialAdjustment')
    .flatMap((node) => path('ActualAmount')(node))
    .map(({ text }) => decimalOf('BT-X-345', text))

const noted = (invoice: Invoice) =>
  invoice.named('IncludedNote').flatMap((node) => path('.[SubjectCode]')(node))

const foreign = (invoice: Invoice) =>
  invoice
    .named('SpecifiedTaxRegistration')
    .filter((node) => {
      for (let above = node.parent; above; above = above.parent) {
        if (above.name === 'SellerTradeParty') return false
      }
      return true
    })
    .flatMap((node) => path('ID')(node))

/** Rules that the profile EXTENDED of Factur-X has and EXTENDED-CTC-FR has not. */
export const EXTENDED_ONLY: Rule[] = [
  each('BG-22')(
    'BR-FXEXT-CO-16',
    'BT-115',
    'Écrivez dans le montant à payer (BT-115) le total TTC, moins ce qui est déjà payé, plus l’arrondi et les ajustements.',
    (group, invoice) => {
      const sums = ['BT-112', 'BT-113', 'BT-114'].map((term) => Decimal.sum(group.numbers(term)))
      const due = sums[0]
        .minus(sums[1])
        .plus(sums[2])
        .plus(Decimal.sum(adjusted(invoice)))
      return (
        same(group.number('BT-115'), due) ||
        `Écrivez ${due.toString()} dans le terme BT-115 : c’est ce que donne le calcul.`
      )
    }
  ),
  ...(['ExchangedDocument', 'AssociatedDocumentLineDocument'] as const).map((owner) =>
    at(
      (invoice) => noted(invoice).filter(({ node }) => node.parent?.name === owner),
      owner === 'ExchangedDocument' ? 'BR-FXEXT-01' : 'BR-FXEXT-02',
      'BT-22',
      'Donnez un texte à la note (BT-22), ou son code.',
      ({ node }) => node.children.some(({ name }) => name === 'Content' || name === 'ContentCode')
    )
  ),
  at(
    foreign,
    'BR-FXEXT-03',
    'BT-48',
    'Donnez ce numéro fiscal sous le code VA : seul le vendeur en a un autre.',
    ({ node }) => node.attributes.schemeID === 'VA'
  ),
]
