import type { Invoice } from '../model/invoice.js'
import { notesOn } from './br_fr/notes.js'
import { CPRO_LENGTHS } from './cpro/lengths.js'
import { CPRO_PARTIES } from './cpro/parties.js'
import { whole, type Rule } from './rule.js'

/** Whether a note ADN says that the invoice is for a public buyer. */
export const isForPublicBuyer = (invoice: Invoice) =>
  notesOn(invoice, 'ADN').some((text) => text.trim() === 'B2G')

const MOST_LINES = 1_000_000
/** The norm says these two; the list of UNTDID has others, which Chorus Pro does not take yet. */
const CONTRACTS = ['MARCHE', 'CONTRAT']

/**
 * BR-FR-CPRO-01 to 44 (XP Z12-012, §4.5.3), which no official sheet carries. 11, 12, 13, 22 and 23
 * ask the directory, and 16 asks nothing: they have no rule here.
 */
export const CPRO: Rule[] = [
  whole(
    'BR-FR-CPRO-01',
    'EXT-FR-FE-01',
    `Écrivez ${CONTRACTS.join(' ou ')} comme type du contrat (EXT-FR-FE-01).`,
    (invoice) => invoice.texts('EXT-FR-FE-01').every((type) => CONTRACTS.includes(type.trim()))
  ),
  ...CPRO_PARTIES,
  ...CPRO_LENGTHS,
  whole(
    'BR-FR-CPRO-19',
    'BG-25',
    'Partagez la facture : Chorus Pro prend moins d’un million de lignes.',
    (invoice) => invoice.all('BG-25').length < MOST_LINES
  ),
  whole(
    'BR-FR-CPRO-20',
    'BG-3',
    'Ne nommez qu’une facture antérieure (BG-3).',
    (invoice) => invoice.all('BG-3').length <= 1
  ),
  whole(
    'BR-FR-CPRO-24',
    'BT-23',
    'Changez de cadre de facturation (BT-23) : S5 n’est pas admis vers un acheteur public.',
    (invoice) => invoice.word('BT-23') !== 'S5'
  ),
]
