import { Decimal } from '#lib/values'
import type { Group } from '../../model/group.js'
import { netOf } from '../../model/line_tree.js'
import type { Rule } from '../rule.js'
import { SELF_BILLED } from './formats.js'
import { TWO_WAY, MANY, onLines, once } from './on_lines.js'
import { corrected } from './sub_invoice_corrected.js'
import { vatOf } from './line_vat.js'

const CENT = Decimal.of(1, 2)

const numberOf = (text: string | null) => (text === null ? null : Decimal.tryParse(text))

const isWithin = (one: Decimal | null, other: Decimal, most: Decimal) =>
  one !== null && one.minus(other).absolute().compareTo(most) <= 0

/** The same as the line above says, and something. */
const inherited = (id: string, term: string, words: string) =>
  onLines(
    id,
    term,
    `Donnez à la ligne ${words} de la sous-facture qui la contient (${term}).`,
    'all',
    (line, tree) => {
      const own = valueOf(line, term)
      const parent = tree.parentOf(line)
      const above = parent === null ? null : tree.lineNumbered(parent)
      return own !== '' && (parent === null || own === (above ? valueOf(above, term) : ''))
    }
  )

const valueOf = (line: Group, term: string) => line.word(term === 'BT-128' ? 'AFL' : term)

/** What the lines of a sub-invoice come to, and its tax. */
export const SUB_SUMS: Rule[] = [
  onLines(
    'BR-FR-MV-05_EXT-FR-FE-BG-12',
    'BT-131',
    'Écrivez dans la sous-facture la somme de ses lignes (BT-131).',
    'groups',
    (line, tree) => {
      const below = tree
        .childrenOf(line)
        .filter((one) => tree.statusOf(one) !== 'INFORMATION' && tree.statusOf(one) !== null)
      const count = below.filter((one) => one.has('BT-131')).length
      return isWithin(numberOf(line.text('BT-131')), netOf(below), CENT.times(Decimal.of(count)))
    }
  ),
  inherited('BR-FR-MV-06_EXT-FR-FE-167', 'EXT-FR-FE-167', 'le SIREN du vendeur'),
  inherited('BR-FR-MV-07_BT-128', 'BT-128', 'le numéro AFL'),
  onLines(
    'BR-FR-MV-08_BT-128',
    'BT-120',
    'Commencez le motif de TVA de la ligne par le numéro de la sous-facture entre deux signes #.',
    'details',
    (line) => {
      const reason = line.all('BG-30').flatMap((one) => one.texts('exemption'))[0] ?? ''
      const number = line.word('AFL')
      return reason.trim() !== '' && number !== '' && reason.startsWith(`#${number}#`)
    }
  ),
  onLines(
    'BR-FR-MV-09_EXT-FR-FE-181',
    'EXT-FR-FE-181',
    'Écrivez dans la sous-facture la somme de ses TVA (BT-117).',
    'groups',
    (line, _tree, invoice) => {
      const mark = `#${line.word('AFL')}#`
      const parts = invoice
        .all('BG-23')
        .filter((one) => one.has('BT-118-vat') && one.text('BT-120')?.startsWith(mark))
      const sum = Decimal.sum(parts.flatMap((one) => numberOf(one.text('BT-117')) ?? []))
      return isWithin(numberOf(vatOf(line, invoice.text('BT-5'))), sum, CENT)
    }
  ),
  onLines(
    'BR-FR-MV-10_EXT-FR-FE-184',
    'EXT-FR-FE-184',
    'Écrivez dans le total TTC de la sous-facture son montant net plus sa TVA.',
    'groups',
    (line, tree, invoice) => {
      if (!line.has('EXT-FR-FE-184')) return true
      const [net, vat] = [
        numberOf(line.text('BT-131')),
        numberOf(vatOf(line, invoice.text('BT-5'))),
      ]
      const details = tree.childrenOf(line).filter((one) => tree.statusOf(one) === 'DETAIL').length
      return (
        net !== null &&
        vat !== null &&
        isWithin(
          numberOf(line.text('EXT-FR-FE-184')),
          net.plus(vat),
          CENT.times(Decimal.of(details))
        )
      )
    }
  ),
  onLines(
    'BR-FR-MV-11_BT-128',
    'BT-128',
    'Donnez le numéro de la facture à la seule sous-facture du vendeur (BT-128, AFL).',
    'groups',
    (line, tree, invoice) => {
      const seller = invoice.first('BG-4')?.text('BT-30') ?? null
      if (seller === null || !line.texts('EXT-FR-FE-167').includes(seller)) return true
      const number = invoice.text('BT-1')
      const same = tree.subInvoices.filter(
        (one) =>
          one.texts('EXT-FR-FE-167').includes(seller) && one.texts('AFL').includes(number ?? '')
      ).length
      return same === 1 || (same === 0 ? line.word('AFL') === number : line.word('AFL') !== number)
    }
  ),
  once(
    'BR-FR-MV-12_BT-128',
    'BT-128',
    'Donnez à chaque sous-facture un numéro qui n’est qu’à elle (BT-128, AFL).',
    [...MANY, ...TWO_WAY],
    (tree) => {
      const numbers = tree.subInvoices.flatMap((line) => line.texts('AFL'))
      return new Set(numbers).size === numbers.length
    }
  ),
  once(
    'BR-FR-MV-13_BT-3',
    'BT-3',
    'Une facture de plusieurs vendeurs n’est pas une autofacture : changez son type (BT-3).',
    MANY,
    (_tree, invoice) => invoice.isFilled('BT-3') && !SELF_BILLED.includes(invoice.word('BT-3'))
  ),
  ...(['CII', 'UBL'] as const).map((syntax): Rule => ({
    ...once(
      syntax === 'CII' ? 'BR-FR-BD-13_BT-3' : 'BR-FR-MV-BD_BT-3',
      'BT-3',
      'Une facture entre deux parties est une autofacture : changez son type (BT-3).',
      TWO_WAY,
      (_tree, invoice) => SELF_BILLED.includes(invoice.word('BT-3'))
    ),
    only: syntax,
  })),
  ...corrected('MV', MANY, ['384', '472', '381', '396', '503']),
  ...corrected('BD', TWO_WAY, ['261', '471', '473', '502']),
]
