import { type Decimal } from '#lib/values'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, each, type Rule } from '../rule.js'

const line = each('BG-25')
const item = each('BG-25', 'BG-31')

const named = (cii: string, ubl: string) => (invoice: Invoice) =>
  invoice.named(invoice.syntax === 'CII' ? cii : ubl).map((node) => ({ node, text: node.text }))

const isPositive = (number: Decimal | null) => number !== null && !number.isNegative()

/** What a line says of what was delivered, and at what price. */
export const LINES: Rule[] = [
  line('BR-21', 'BT-126', 'Numérotez la ligne (BT-126).', (group) => group.isFilled('BT-126')),
  line('BR-22', 'BT-129', 'Indiquez la quantité facturée (BT-129).', (group) =>
    group.has('BT-129')
  ),
  line(
    'BR-23',
    'BT-130',
    'Indiquez l’unité de la quantité (BT-130), par exemple C62 pour une pièce.',
    (group) => group.has('BT-130')
  ),
  line('BR-24', 'BT-131', 'Indiquez le montant net de la ligne (BT-131).', (group) =>
    group.has('BT-131')
  ),
  line('BR-25', 'BT-153', 'Nommez l’article de la ligne (BT-153).', (group) =>
    Boolean(group.first('BG-31')?.isFilled('BT-153'))
  ),
  line('BR-26', 'BT-146', 'Indiquez le prix net de l’article (BT-146).', (group) =>
    group.has('BT-146')
  ),
  line(
    'BR-27',
    'BT-146',
    'Écrivez un prix net positif ou nul (BT-146) ; une réduction s’écrit en quantité négative ou en remise.',
    (group) => isPositive(group.number('BT-146'))
  ),
  line(
    'BR-28',
    'BT-148',
    'Écrivez un prix brut positif ou nul (BT-148).',
    (group) => !group.has('BT-148') || isPositive(group.number('BT-148'))
  ),
  line('BR-CO-04', 'BT-151', 'Indiquez la catégorie de TVA de la ligne (BT-151).', (group) =>
    group.all('BG-30').some((one) => one.has('BT-151-vat'))
  ),
  item(
    'BR-64',
    'BT-157-1',
    'Indiquez dans quel répertoire se lit l’identifiant de l’article (BT-157-1).',
    (group, invoice) =>
      group
        .found('BT-157')
        .every(({ node }) =>
          invoice.syntax === 'UBL'
            ? node.attributes.schemeID !== undefined
            : Boolean(node.attributes.schemeID?.trim())
        )
  ),
  item(
    'BR-65',
    'BT-158-1',
    'Indiquez dans quelle liste se lit la classe de l’article (BT-158-1).',
    (group, invoice) =>
      group
        .found('BT-158')
        .every(({ node }) =>
          invoice.syntax === 'UBL'
            ? node.attributes.listID !== undefined
            : Boolean(node.attributes.listID?.trim())
        )
  ),
  at(
    named('ApplicableProductCharacteristic', 'AdditionalItemProperty'),
    'BR-54',
    'BG-32',
    'Donnez à l’attribut de l’article son nom (BT-160) et sa valeur (BT-161).',
    ({ node }, { syntax }) => {
      const [name, value] = syntax === 'CII' ? ['Description', 'Value'] : ['Name', 'Value']
      return path(name)(node).length > 0 && path(value)(node).length > 0
    }
  ),
]
