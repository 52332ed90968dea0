import type { Group } from '../../model/group.js'
import type { Invoice } from '../../model/invoice.js'
import { only, whole, type Rule } from '../rule.js'

const seller = (invoice: Invoice) => invoice.first('BG-4')
const buyer = (invoice: Invoice) => invoice.first('BG-7')

const hasNoAddress = (party: Group | undefined) =>
  !party?.node.children.some(({ name }) => name === 'URIUniversalCommunication')

/** What every invoice says of itself and of its two parties (BR-01 to BR-16). */
export const DOCUMENT: Rule[] = [
  whole('BR-01', 'BT-24', 'Indiquez le profil que suit la facture (BT-24).', (invoice) =>
    invoice.isFilled('BT-24')
  ),
  whole('BR-02', 'BT-1', 'Donnez un numéro à la facture (BT-1).', (invoice) =>
    invoice.isFilled('BT-1')
  ),
  whole(
    'BR-03',
    'BT-2',
    'Datez la facture (BT-2) : AAAAMMJJ avec le format 102 en CII, AAAA-MM-JJ en UBL.',
    (invoice) => {
      const dates = invoice.found('BT-2')
      return dates.some(
        ({ node, text }) =>
          text.trim() !== '' && (invoice.syntax === 'UBL' || node.attributes.format === '102')
      )
    }
  ),
  whole('BR-04', 'BT-3', 'Indiquez le type de la facture (BT-3), par exemple 380.', (invoice) =>
    invoice.isFilled('BT-3')
  ),
  whole('BR-05', 'BT-5', 'Indiquez la devise de la facture (BT-5), par exemple EUR.', (invoice) =>
    invoice.isFilled('BT-5')
  ),
  whole('BR-06', 'BT-27', 'Nommez le vendeur (BT-27).', (invoice) =>
    Boolean(seller(invoice)?.isFilled('BT-27'))
  ),
  whole('BR-07', 'BT-44', 'Nommez l’acheteur (BT-44).', (invoice) =>
    Boolean(buyer(invoice)?.isFilled('BT-44'))
  ),
  whole('BR-08', 'BG-5', 'Donnez l’adresse postale du vendeur (BG-5).', (invoice) =>
    Boolean(seller(invoice)?.first('BG-5'))
  ),
  whole('BR-09', 'BT-40', 'Indiquez le pays du vendeur (BT-40), par exemple FR.', (invoice) => {
    const place = seller(invoice)?.first('BG-5')
    return place ? place.isFilled('BT-40') : invoice.syntax === 'UBL'
  }),
  whole('BR-10', 'BG-8', 'Donnez l’adresse postale de l’acheteur (BG-8).', (invoice) =>
    Boolean(buyer(invoice)?.first('BG-8'))
  ),
  whole('BR-11', 'BT-55', 'Indiquez le pays de l’acheteur (BT-55), par exemple FR.', (invoice) => {
    const place = buyer(invoice)?.first('BG-8')
    return place ? place.isFilled('BT-55') : invoice.syntax === 'UBL'
  }),
  whole(
    'BR-16',
    'BG-25',
    'Écrivez au moins une ligne de facture (BG-25).',
    (invoice) => invoice.first('BG-25') !== undefined
  ),
  ...only('CII', [
    whole(
      'BR-62',
      'BT-34-1',
      'Indiquez qui donne l’adresse électronique du vendeur (BT-34-1), par exemple 0225.',
      (invoice) => {
        const party = seller(invoice)
        return hasNoAddress(party) || Boolean(party?.attribute('BT-34', 'schemeID')?.trim())
      }
    ),
    whole(
      'BR-63',
      'BT-49-1',
      'Indiquez qui donne l’adresse électronique de l’acheteur (BT-49-1), par exemple 0225.',
      (invoice) => {
        const party = buyer(invoice)
        return hasNoAddress(party) || Boolean(party?.attribute('BT-49', 'schemeID')?.trim())
      }
    ),
  ]),
]
