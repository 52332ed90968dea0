import { DOCUMENT_TYPES } from '../codes/documents.js'
import { normal } from '../model/path.js'
import { ADJUSTMENTS } from './en16931/adjustments.js'
import { EN16931 } from './en16931.js'
import { categoriesOf } from './extended/categories.js'
import { linesOf } from './extended/lines.js'
import { FACTUR_X } from './extended/names.js'
import {
  KEPT_IN_BASIC_WL,
  KEPT_IN_FACTUR_X,
  LEFT_BY_BASIC_WL,
  REPLACED_IN_FACTUR_X,
} from './extended/replaced.js'
import { totalsOf } from './extended/totals.js'
import { BASIC_WL_CARDINALITIES, EXTENDED_CARDINALITIES } from './facturx/cardinalities.js'
import { EXTENDED_ONLY } from './facturx/extended_only.js'
import { UNUSED_IN_BASIC_WL, UNUSED_IN_EXTENDED } from './facturx/unused.js'
import { at, only, type Rule } from './rule.js'

/** Codes that the extension widens, and two that a profile of Factur-X judges under its own names. */
const WIDENED = new Set(['BR-CL-01', 'BR-CL-07', 'BR-CL-10', 'BR-CL-20', 'BR-CL-24'])

/** The rules of EN 16931 that a profile keeps. */
const kept = (left: ReadonlySet<string>, syntax: ReadonlySet<string>): Rule[] =>
  EN16931.filter(
    ({ id, only: of }) =>
      of !== 'UBL' &&
      !left.has(id) &&
      !WIDENED.has(id) &&
      (syntax.has(id) || !id.startsWith('CII-'))
  )

const renamed = (id: string, name: string): Rule[] =>
  ADJUSTMENTS.filter((one) => one.id === id).map((one) => ({ ...one, id: name }))

/** The name of the profile and the type of the document, from the tables of Factur-X. */
const heads = (profile: number, profiles: string[], type: number): Rule[] => [
  at(
    (invoice) => invoice.found('BT-24'),
    `FX-SCH-A-000${profile}`,
    'BT-24',
    `Écrivez le nom du profil (BT-24) tel que Factur-X l’écrit : ${profiles.join(' ou ')}.`,
    ({ text }) => text === '' || profiles.includes(text)
  ),
  at(
    (invoice) => invoice.found('BT-3'),
    `FX-SCH-A-000${type}`,
    'BT-3',
    'Prenez le type de la facture (BT-3) dans UNTDID 1001.',
    ({ text }) => text === '' || DOCUMENT_TYPES.has(normal(text))
  ),
]

const EXTENDED = [
  'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
  'urn:cen.eu:en16931:2017#conformant#urn:zugferd.de:2p0:extended',
]

/** The profile EXTENDED of Factur-X 1.09. */
export const FACTUR_X_EXTENDED: Rule[] = only('CII', [
  ...kept(REPLACED_IN_FACTUR_X, KEPT_IN_FACTUR_X),
  ...heads(636, EXTENDED, 635),
  ...totalsOf(FACTUR_X),
  ...categoriesOf(FACTUR_X),
  ...linesOf(FACTUR_X),
  ...renamed('BR-38', 'BR-FXEXT-BR-38'),
  ...renamed('BR-44', 'BR-FXEXT-BR-44'),
  ...EXTENDED_ONLY,
  ...EXTENDED_CARDINALITIES,
  UNUSED_IN_EXTENDED,
])

/** The profile BASIC WL of Factur-X 1.09: no lines. */
export const FACTUR_X_BASIC_WL: Rule[] = only('CII', [
  ...kept(LEFT_BY_BASIC_WL, KEPT_IN_BASIC_WL),
  ...heads(418, ['urn:factur-x.eu:1p0:basicwl'], 417),
  ...BASIC_WL_CARDINALITIES,
  UNUSED_IN_BASIC_WL,
])
