import type { Invoice } from '../../model/invoice.js'
import { each, only, whole, type Rule } from '../rule.js'
import { SELF_BILLED } from './formats.js'
import { notesOn, treatments } from './notes.js'

const SIREN = /^\d{9}$/

const sirenIn = (invoice: Invoice, group: string, term: string): string | undefined =>
  invoice
    .every(group)
    .flatMap((one) => one.found(term))
    .find(({ node }) => node.attributes.schemeID === '0002')?.text

/** Whether an address begins by the SIREN of who holds it, under the scheme of the directory. */
function isOwn(invoice: Invoice, group: string, [address, legal]: [string, string]): boolean {
  const party = invoice.first(group)
  const siren =
    invoice.syntax === 'CII' ? (party?.text(legal) ?? '') : (sirenIn(invoice, group, legal) ?? '')
  const written = party?.text(address) ?? ''
  return written.startsWith(siren) && party?.attribute(address, 'schemeID') === '0225'
}

const isSelfBilled = (invoice: Invoice) =>
  invoice.texts('BT-3').some((type) => SELF_BILLED.includes(type))
const isB2B = (invoice: Invoice) => treatments(invoice).includes('B2B')

const hasAddress = (invoice: Invoice, group: string, term: string) => {
  const text = invoice.first(group)?.text(term) ?? ''
  return invoice.syntax === 'CII' ? text !== '' : text.trim() !== ''
}

const isSingleTaxable = (invoice: Invoice) =>
  invoice
    .every('BG-4')
    .some((seller) =>
      seller.found('BT-29-global').some(({ node }) => node.attributes.schemeID === '0231')
    )

/** Who sells and who buys, in the French directory. */
export const PERSONS: Rule[] = [
  ...only('CII', [
    whole(
      'BR-FR-10_BT-30',
      'BT-30',
      'Donnez le SIREN du vendeur (BT-30) en 9 chiffres, sous le répertoire 0002.',
      (invoice) => SIREN.test(sirenIn(invoice, 'BG-4', 'BT-30')?.trim() ?? '')
    ),
  ]),
  ...only('UBL', [
    each('BG-4', 'legal-BG')(
      'BR-FR-10_BT-30',
      'BT-30',
      'Donnez le SIREN du vendeur (BT-30) en 9 chiffres, sous le répertoire 0002.',
      (group) =>
        SIREN.test(
          group
            .found('number')
            .find(({ node }) => node.attributes.schemeID === '0002')
            ?.text.trim() ?? ''
        )
    ),
  ]),
  whole(
    'BR-FR-11_BT-47',
    'BT-47',
    'Donnez le SIREN de l’acheteur (BT-47) en 9 chiffres, sous le répertoire 0002 : la facture est B2B.',
    (invoice) => !isB2B(invoice) || SIREN.test(sirenIn(invoice, 'BG-7', 'BT-47')?.trim() ?? '')
  ),
  whole(
    'BR-FR-12_BT-49',
    'BT-49',
    'Donnez l’adresse électronique de l’acheteur (BT-49).',
    (invoice) => hasAddress(invoice, 'BG-7', 'BT-49')
  ),
  whole('BR-FR-13_BT-34', 'BT-34', 'Donnez l’adresse électronique du vendeur (BT-34).', (invoice) =>
    hasAddress(invoice, 'BG-4', 'BT-34')
  ),
  whole(
    'BR-FR-21_BT-49',
    'BT-49',
    'Commencez l’adresse électronique de l’acheteur (BT-49) par son SIREN, sous le répertoire 0225.',
    (invoice) =>
      !isB2B(invoice) || isSelfBilled(invoice) || isOwn(invoice, 'BG-7', ['BT-49', 'BT-47'])
  ),
  whole(
    'BR-FR-22_BT-34',
    'BT-34',
    'Commencez l’adresse électronique du vendeur (BT-34) par son SIREN, sous le répertoire 0225 : l’acheteur facture en son nom.',
    (invoice) => {
      const isTreated =
        invoice.syntax === 'CII' ? isB2B(invoice) : treatments(invoice).some((word) => word !== '')
      return !isTreated || !isSelfBilled(invoice) || isOwn(invoice, 'BG-4', ['BT-34', 'BT-30'])
    }
  ),
  whole(
    'BR-FR-CO-14_BT-29-1',
    'BT-22',
    'Ajoutez la note TXD « MEMBRE_ASSUJETTI_UNIQUE » : le vendeur est membre d’un assujetti unique (0231).',
    (invoice) =>
      !isSingleTaxable(invoice) || notesOn(invoice, 'TXD').includes('MEMBRE_ASSUJETTI_UNIQUE')
  ),
  whole(
    'BR-FR-CO-15_BT-29-1',
    'BT-63',
    'Donnez l’assujetti unique comme représentant fiscal (BG-11), avec son numéro de TVA (BT-63).',
    (invoice) =>
      !isSingleTaxable(invoice) ||
      invoice.every('BG-11').some((one) => one.texts('BT-63').some((text) => text !== ''))
  ),
]
