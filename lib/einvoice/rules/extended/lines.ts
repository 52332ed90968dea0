import { netOf, type LineTree } from '../../model/line_tree.js'
import type { Group } from '../../model/group.js'
import { cents } from '../arithmetic.js'
import type { Rule } from '../rule.js'
import type { Names } from './names.js'
import { onLines } from './on_lines.js'

const needed = (id: string, term: string, words: string) =>
  onLines(id, term, `Indiquez ${words} (${term}).`, 'added', (line) => line.has(term))

const isGroup = (line: Group, tree: LineTree) =>
  tree.statusOf(line) === 'GROUP' && line.has('BT-131')

const belowOf = (line: Group, tree: LineTree) => tree.childrenOf(line)

/** Lines that may stand in a tree: only those that are added up say everything. */
export const linesOf = (names: Names): Rule[] => [
  needed(names.line('22'), 'BT-129', 'la quantité facturée'),
  needed(names.line('23'), 'BT-130', 'l’unité de la quantité'),
  needed(names.line('24'), 'BT-131', 'le montant net de la ligne'),
  needed(names.line('26'), 'BT-146', 'le prix net de l’article'),
  onLines(
    names.total('CO-04'),
    'BT-151',
    'Indiquez la catégorie de TVA de la ligne (BT-151).',
    'added',
    (line) => line.all('BG-30').some((one) => one.has('BT-151-vat'))
  ),
  onLines(
    names.tree('06'),
    'EXT-FR-FE-163',
    'Dites d’une ligne qui en a une au-dessus si elle est GROUP, DETAIL ou INFORMATION.',
    'all',
    (line, tree) => !tree.parentOf(line) || Boolean(tree.statusOf(line))
  ),
  onLines(
    names.tree('08'),
    'BT-131',
    'Écrivez dans la ligne GROUP la somme des lignes qu’elle contient (BT-131).',
    'all',
    (line, tree) => {
      const below = belowOf(line, tree).filter((one) =>
        ['GROUP', 'DETAIL'].includes(tree.statusOf(one) ?? '')
      )
      return !isGroup(line, tree) || Boolean(line.number('BT-131')?.equals(cents(netOf(below))))
    }
  ),
  onLines(
    names.tree('11'),
    'EXT-FR-FE-162',
    'Donnez le numéro d’une ligne de la facture comme ligne au-dessus.',
    'all',
    (line, tree) => {
      const parent = tree.parentOf(line)
      return (
        !parent ||
        (tree.lineNumbered(parent) !== undefined &&
          (names.tree('11').startsWith('BR-FXEXT') || parent !== line.word('BT-126')))
      )
    }
  ),
  onLines(
    names.tree('12'),
    'BT-131',
    'Si la ligne GROUP a un montant, donnez-en un à chaque ligne GROUP qu’elle contient.',
    'all',
    (line, tree) =>
      !isGroup(line, tree) ||
      belowOf(line, tree)
        .filter((one) => tree.statusOf(one) === 'GROUP')
        .every((one) => one.has('BT-131'))
  ),
]
