import { each, type Rule } from '../rule.js'

/** An allowance or a charge: it has an amount, a reason, and a category of VAT at document level. */
const adjustment = (
  way: string[],
  words: string,
  ids: string[],
  first: number,
  isWhole: boolean
): Rule[] => {
  const rule = each(...way)
  const [amount, reasoned, told, vat] = ids
  const reason = `BT-${first + (isWhole ? 5 : 3)}`
  const code = `BT-${first + (isWhole ? 6 : 4)}`
  const why = `Donnez la raison de ${words} (${reason}) ou son code (${code}).`
  return [
    rule(amount, `BT-${first}`, `Indiquez le montant de ${words} (BT-${first}).`, (group) =>
      group.has(`BT-${first}`)
    ),
    rule(reasoned, reason, why, (group) => group.has(reason) || group.has(code)),
    rule(told, reason, why, (group) => group.has(reason) || group.has(code)),
    ...(vat
      ? [
          rule(
            vat,
            `BT-${first + 3}`,
            `Indiquez la catégorie de TVA de ${words} (BT-${first + 3}).`,
            (group) => group.has(`BT-${first + 3}-vat`)
          ),
        ]
      : []),
  ]
}

/** Allowances and charges, of the document and of its lines. */
export const ADJUSTMENTS: Rule[] = [
  ...adjustment(['BG-20'], 'la remise', ['BR-31', 'BR-33', 'BR-CO-21', 'BR-32'], 92, true),
  ...adjustment(['BG-21'], 'la majoration', ['BR-36', 'BR-38', 'BR-CO-22', 'BR-37'], 99, true),
  ...adjustment(
    ['BG-25', 'BG-27'],
    'la remise de la ligne',
    ['BR-41', 'BR-42', 'BR-CO-23'],
    136,
    false
  ),
  ...adjustment(
    ['BG-25', 'BG-28'],
    'la majoration de la ligne',
    ['BR-43', 'BR-44', 'BR-CO-24'],
    141,
    false
  ),
]
