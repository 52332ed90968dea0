import { path } from '../../model/path.js'
import { decimals } from '../arithmetic.js'
import { at, rule, whole, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'
import { payee, every } from './ubl_payee.js'

/** The seller. */
export const SELLER = 'AccountingSupplierParty/Party'

/** The buyer. */
export const BUYER = 'AccountingCustomerParty/Party'

/** One value in the whole document. */
const distinct = (id: string, term: string, name: string) =>
  whole(
    id,
    term,
    `Écrivez la même valeur partout (${term}).`,
    (invoice) => new Set(invoice.named(name).map(({ text }) => text)).size <= 1
  )

/** What depends on more than the count of an element. */
export const VALUES: Rule[] = [
  at(
    every('PostalAddress', 'Address'),
    'UBL-SR-51',
    'BT-162',
    'Gardez une seule troisième ligne d’adresse.',
    ({ node }) => path('AddressLine')(node).length <= 1
  ),
  at(
    every(SELLER),
    'UBL-SR-42',
    'BT-31',
    'Gardez au plus deux régimes fiscaux du vendeur (BT-31, BT-32).',
    ({ node }) => path('PartyTaxScheme')(node).length <= 2
  ),
  whole(
    'UBL-SR-16',
    'BT-46',
    'Gardez un seul identifiant de l’acheteur (BT-46). SIRET et code service ensemble demandent le profil EXTENDED-CTC-FR, ou CII.',
    (invoice) => path(`${BUYER}/PartyIdentification/ID`)(invoice.node).length <= 1
  ),
  whole(
    'UBL-SR-29',
    'BT-90',
    'Gardez un seul identifiant de créancier SEPA (BT-90).',
    (invoice) =>
      invoice
        .named('PartyIdentification')
        .flatMap((node) => path('ID/@schemeID')(node))
        .filter(({ text }) => text.toUpperCase() === 'SEPA').length <= 1
  ),
  at(
    every('AdditionalDocumentReference'),
    'UBL-SR-43',
    'BT-18',
    'Réservez l’identifiant d’objet (BT-18) au type 130, et retirez le type d’une pièce jointe.',
    ({ node }, invoice) => {
      const type = path('DocumentTypeCode')(node).map(({ text }) => text)
      const isProject = invoice.node.name === 'CreditNote' && type.includes('50')
      return (
        type.includes('130') ||
        isProject ||
        (type.length === 0 && path('ID/@schemeID')(node).length === 0)
      )
    }
  ),
  distinct('UBL-SR-44', 'BT-83', 'PaymentID'),
  distinct('UBL-SR-47', 'BT-81', 'PaymentMeansCode'),
  rule(
    'UBL-DT-01',
    'BT-112',
    'Arrondissez ce montant au centime : deux chiffres après le point.',
    function* (invoice) {
      for (const node of elementsAt(invoice, '*Amount')) {
        const isPrice =
          node.name.endsWith('PriceAmount') ||
          (node.parent?.name === 'AllowanceCharge' && node.parent.parent?.name === 'Price')
        if (!isPrice && decimals(node.text) > 2) yield { node }
      }
    }
  ),
  at(
    every('AllowanceCharge'),
    'UBL-SR-30',
    'BT-97',
    'Gardez une seule raison de la remise (BT-97).',
    ({ node }) => !isCharge(node, 'false') || path('AllowanceChargeReason')(node).length <= 1
  ),
  at(
    every('AllowanceCharge'),
    'UBL-SR-31',
    'BT-104',
    'Gardez une seule raison de la majoration (BT-104).',
    ({ node }) => !isCharge(node, 'true') || path('AllowanceChargeReason')(node).length <= 1
  ),
  at(
    every('PartyTaxScheme'),
    'UBL-SR-53',
    'BT-31',
    'Donnez à chaque régime fiscal son code (VAT) et son numéro.',
    ({ node }) => path('TaxScheme/ID')(node).length > 0 && path('CompanyID')(node).length > 0
  ),
  payee('UBL-SR-19', 'BT-59', 'PartyName/Name'),
  payee('UBL-SR-20', 'BT-60', 'PartyIdentification/ID[@schemeID][@schemeID!=SEPA]'),
  payee('UBL-SR-21', 'BT-61', 'PartyLegalEntity/CompanyID'),
]

function isCharge(node: Parameters<ReturnType<typeof path>>[0], is: string): boolean {
  return path(`.[ChargeIndicator=${is}]`)(node).length > 0
}
