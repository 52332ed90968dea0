import type { Rule } from '../rule.js'
import { onLines } from './on_lines.js'

/** A sub-invoice that corrects an earlier one names it, and its date. */
export function corrected(letters: string, modes: string[], types: string[]): Rule[] {
  return ['136', '138'].map((number) =>
    onLines(
      `BR-FR-${letters}-14-EXT-FR-FE-${number}`,
      `EXT-FR-FE-${number}`,
      'Nommez la facture que la sous-facture corrige, avec sa date.',
      'groups',
      (line, tree, invoice) =>
        !types.includes(invoice.text('BT-3') ?? '') ||
        tree.referencesOf(line).some((one) => one.has(`EXT-FR-FE-${number}`)),
      modes
    )
  )
}
