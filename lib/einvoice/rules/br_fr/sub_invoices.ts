import type { Rule } from '../rule.js'
import { MANY, onLines } from './on_lines.js'
import { vatOf } from './line_vat.js'
import { SUB_SUMS } from './sub_invoice_sums.js'

const needed = (id: string, term: string, words: string) =>
  onLines(id, term, `Donnez à la sous-facture ${words} (${term}).`, 'groups', (line) =>
    line.isFilled(term)
  )

/** What each sub-invoice says of its seller, and what its lines come to. */
export const SUB_INVOICES: Rule[] = [
  needed('BR-FR-MV-03_EXT-FR-FE-164', 'EXT-FR-FE-164', 'le nom de son vendeur'),
  needed('BR-FR-MV-03_EXT-FR-FE-167', 'EXT-FR-FE-167', 'le SIREN de son vendeur'),
  needed('BR-FR-MV-03_EXT-FR-FE-177', 'EXT-FR-FE-177', 'le pays de son vendeur'),
  onLines(
    'BR-FR-MV-03_EXT-FR-FE-181',
    'EXT-FR-FE-181',
    'Donnez la TVA de la sous-facture dans la devise de la facture.',
    'groups',
    (line, _tree, invoice) => Boolean(vatOf(line, invoice.text('BT-5'))?.trim())
  ),
  onLines(
    'BR-FR-MV-03_EXT-FR-FE-182',
    'EXT-FR-FE-182',
    'Donnez la TVA de la sous-facture dans la devise de comptabilité.',
    'groups',
    (line, _tree, invoice) =>
      !invoice.has('BT-6') || Boolean(vatOf(line, invoice.text('BT-6'))?.trim())
  ),
  onLines(
    'BR-FR-MV-03_BT-128_AFL',
    'BT-128',
    'Donnez à la sous-facture son numéro (BT-128, AFL).',
    'groups',
    (line, _tree, { syntax }) =>
      line.isFilled('AFL') || (syntax === 'CII' && !line.texts('BT-128-1').includes('AFL'))
  ),
  onLines(
    'BR-FR-MV-03_BT-128_AVV',
    'BT-128',
    'Donnez à la sous-facture son cadre de facturation (BT-128, AVV), qui n’est pas lui-même multi-vendeur.',
    'groups',
    (line, _tree, { syntax }) =>
      line.isFilled('AVV')
        ? !line.texts('AVV').some((mode) => MANY.includes(mode))
        : syntax === 'CII' && !line.texts('BT-128-1').includes('AVV')
  ),
  ...SUB_SUMS,
]
