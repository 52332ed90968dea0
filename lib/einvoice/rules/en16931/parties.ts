import { COUNTRIES } from '../../codes/places.js'
import { at, each, only, rule, type Rule } from '../rule.js'
import { isSeller, VAT_NUMBERS, isLoose, SELLER_ID } from './party_identity.js'

const payee = each('BG-10')

const representative = each('BG-11')

/** The other parties, and how they are identified. */
export const PARTIES: Rule[] = [
  payee(
    'BR-17',
    'BT-59',
    'Nommez le bénéficiaire (BT-59) seulement s’il est un autre que le vendeur ; sinon retirez-le.',
    (group, invoice) => group.has('BT-59') && !isSeller(group, invoice)
  ),
  representative('BR-18', 'BT-62', 'Nommez le représentant fiscal du vendeur (BT-62).', (group) =>
    group.isFilled('BT-62')
  ),
  representative(
    'BR-19',
    'BG-12',
    'Donnez l’adresse postale du représentant fiscal (BG-12).',
    (group) => group.all('BG-12').length > 0
  ),
  representative(
    'BR-20',
    'BT-69',
    'Indiquez le pays du représentant fiscal (BT-69).',
    (group, invoice) => {
      const place = group.first('BG-12')
      return place ? place.isFilled('BT-69') : invoice.syntax === 'UBL'
    }
  ),
  representative(
    'BR-56',
    'BT-63',
    'Donnez le numéro de TVA du représentant fiscal (BT-63).',
    (group, invoice) => (invoice.syntax === 'CII' ? group.isFilled('BT-63') : group.has('BT-63'))
  ),
  rule(
    'BR-CO-26',
    'BT-30',
    'Identifiez le vendeur : SIRET (BT-29), SIREN (BT-30) ou numéro de TVA (BT-31).',
    function* (invoice) {
      for (const group of invoice.syntax === 'CII' ? invoice.all('BG-4') : []) {
        const isKnown = ['BT-29', 'BT-30', 'BT-31'].some((term) => group.has(term))
        if (!isKnown) yield { node: group.node }
      }
      for (const node of invoice.named('AccountingSupplierParty')) {
        if (SELLER_ID(node).length === 0) yield { node }
      }
    }
  ),
  at(
    VAT_NUMBERS,
    'BR-CO-09',
    'BT-31',
    'Commencez le numéro de TVA par le code du pays, par exemple FR.',
    ({ text }, { syntax }) => {
      const prefix = text.slice(0, 2)
      return prefix === 'EL' || COUNTRIES.has(prefix) || (syntax === 'UBL' && isLoose(prefix))
    }
  ),
  ...only('UBL', [
    each('BG-4')(
      'BR-62',
      'BT-34-1',
      'Indiquez qui donne l’adresse électronique du vendeur (BT-34-1), par exemple 0225.',
      (group) => group.found('BT-34').every(({ node }) => node.attributes.schemeID !== undefined)
    ),
    each('BG-7')(
      'BR-63',
      'BT-49-1',
      'Indiquez qui donne l’adresse électronique de l’acheteur (BT-49-1), par exemple 0225.',
      (group) => group.found('BT-49').every(({ node }) => node.attributes.schemeID !== undefined)
    ),
  ]),
  rule(
    'BR-57',
    'BT-80',
    'Indiquez le pays de l’adresse de livraison (BT-80).',
    function* (invoice) {
      for (const place of invoice.every('BG-13', 'BG-15')) {
        const isSaid = invoice.syntax === 'CII' ? place.isFilled('BT-80') : place.has('BT-80')
        if (!isSaid) yield { node: place.node }
      }
    }
  ),
]
