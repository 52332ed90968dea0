import type { Invoice } from '../../model/invoice.js'
import type { LineTree } from '../../model/line_tree.js'
import type { Rule } from '../rule.js'
import { SUB_INVOICES } from './sub_invoices.js'
import { TWO_WAY, MANY, onLines, once } from './on_lines.js'

/** How many sub-invoices are of a party of the document. */
const shared = (invoice: Invoice, group: string, term: string) => (tree: LineTree) =>
  tree.subInvoices.filter((line) =>
    invoice
      .every(group)
      .some((party) =>
        party.texts(term).some((number) => line.texts('EXT-FR-FE-167').includes(number))
      )
  ).length

/** Invoices of several sellers (B8, S8, M8) and between two parties (B9, S9, M9). */
export const SEVERAL_SELLERS: Rule[] = [
  onLines(
    'BR-FR-MV-01_EXT-FR-FE-163',
    'EXT-FR-FE-163',
    'Dites de chaque ligne si elle est GROUP, DETAIL ou INFORMATION.',
    'all',
    (line, tree, { syntax }) => {
      const status = tree.statusOf(line)
      return status === null ? syntax === 'CII' : status.trim() !== ''
    }
  ),
  once(
    'BR-FR-MV-02_EXT-FR-FE-163',
    'EXT-FR-FE-163',
    'Écrivez au moins une ligne GROUP sans ligne au-dessus : une par sous-facture.',
    MANY,
    (tree) => tree.subInvoices.length >= 1
  ),
  once(
    'BR-FR-BD-02_EXT-FR-FE-163',
    'EXT-FR-FE-163',
    'Écrivez deux lignes GROUP sans ligne au-dessus : une par sens.',
    TWO_WAY,
    (tree) => tree.subInvoices.length === 2
  ),
  ...(['CII', 'UBL'] as const).map((syntax): Rule => ({
    ...once(
      syntax === 'CII' ? 'BR-FR-BD-02_BT-31' : 'BR-FR-BD-02_BT-30',
      'EXT-FR-FE-167',
      'Une des deux sous-factures porte le SIREN du vendeur (BT-30).',
      TWO_WAY,
      (tree, invoice) => shared(invoice, 'BG-4', 'BT-30')(tree) === 1
    ),
    only: syntax,
  })),
  once(
    'BR-FR-BD-02_BT-47',
    'EXT-FR-FE-167',
    'Une des deux sous-factures porte le SIREN de l’acheteur (BT-47).',
    TWO_WAY,
    (tree, invoice) => shared(invoice, 'BG-7', 'BT-47')(tree) === 1
  ),
  ...SUB_INVOICES,
]
