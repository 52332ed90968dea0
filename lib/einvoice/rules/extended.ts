import { path } from '../model/path.js'
import { CATEGORIES } from './en16931/vat/category.js'
import { EN16931 } from './en16931.js'
import { categoriesOf } from './extended/categories.js'
import { frenchOf } from './extended/codes.js'
import { linesOf } from './extended/lines.js'
import { CTC_CII, CTC_UBL } from './extended/names.js'
import { REPLACED_IN_CII, REPLACED_IN_UBL } from './extended/replaced.js'
import { STRUCTURE } from './extended/structure.js'
import { totalsOf } from './extended/totals.js'
import { ADJUSTMENTS } from './en16931/adjustments.js'
import { only, type Rule } from './rule.js'

/** A rule of EN 16931 under the name that an extension gives it. */
const renamed = (id: string, name: string): Rule[] =>
  ADJUSTMENTS.filter((one) => one.id === id).map((one) => ({ ...one, id: name }))

const kept = (syntax: 'CII' | 'UBL', replaced: ReadonlySet<string>): Rule[] =>
  EN16931.filter(({ id, only: of }) => !replaced.has(id) && (of ?? syntax) === syntax)

/** General rules of the breakdown, which stand after those of the known categories in one pattern. */
const SHADOWED = ['BR-45', 'BR-46', 'BR-47', 'BR-48', 'BR-CO-03', 'BR-DEC-19', 'BR-DEC-20']
const isKnown = path(`.[TypeCode~VAT]/CategoryCode`)
const CODES = CATEGORIES.map(({ code }) => code)

/** In CII the official sheet judges a breakdown by the rules of its category, or by the general ones. */
const shadowed = (one: Rule): Rule =>
  SHADOWED.includes(one.id)
    ? {
        ...one,
        *faults(invoice) {
          for (const fault of one.faults(invoice)) {
            if (!isKnown(fault.node).some(({ text }) => CODES.includes(text))) yield fault
          }
        },
      }
    : one

const extension = (names: typeof CTC_CII): Rule[] => [
  ...totalsOf(names),
  ...categoriesOf(names),
  ...linesOf(names),
  ...frenchOf(names),
]

/** The rules of EXTENDED-CTC-FR: those of EN 16931 that it keeps, and its own. */
export const EXTENDED: Rule[] = [
  ...only('CII', [
    ...kept('CII', REPLACED_IN_CII).map(shadowed),
    ...extension(CTC_CII).filter(({ only: of }) => of !== 'UBL'),
    ...renamed('BR-38', 'BR-FREXT-BR-38'),
    ...renamed('BR-44', 'BR-FREXT-BR-44'),
  ]),
  ...only('UBL', [
    ...kept('UBL', REPLACED_IN_UBL),
    ...extension(CTC_UBL).filter(({ only: of }) => of !== 'CII'),
  ]),
  ...STRUCTURE,
]
