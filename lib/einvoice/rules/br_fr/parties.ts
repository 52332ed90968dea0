import type { Found } from '../../model/path.js'
import type { Group } from '../../model/group.js'
import { each, only, rule, type Rule } from '../rule.js'
import { isRoutingCode } from './formats.js'
import { SELLER, BUYER, type Party, PARTIES } from './party_list.js'

const schemeOf = ({ node }: Found) => node.attributes.schemeID

const inScheme = (group: Group, term: string, ...schemes: string[]) =>
  group.found(term).filter((found) => schemes.includes(schemeOf(found) ?? ''))

/** A SIRET is fourteen digits, the first nine of which are the SIREN (scheme 0002) beside it. */
const siret = ({ way, id, ids, legal, words, isStrict }: Party): Rule =>
  each(...way)(
    `BR-FR-09_${id}`,
    id,
    `Écrivez le SIRET ${words} (${id}) en 14 chiffres, et son SIREN en les 9 premiers.`,
    (group, { syntax }) => {
      const written = inScheme(group, ids, '0009')[0]?.text
      if (written === undefined) return true
      const bare = written.replace(/\s/g, '')
      const siren = inScheme(group, legal, '0002')[0]?.text
      const mustHave = isStrict || (id === 'BT-60' && syntax === 'UBL')
      const isKnown = mustHave
        ? siren === written.slice(0, 9)
        : !siren || siren === written.slice(0, 9)
      if (/^\d{14}$/.test(written)) return isKnown
      return /^\d{14}$/.test(bare)
        ? `Écrivez le SIRET ${words} (${id}) sans espace : ${bare}.`
        : false
    }
  )

/** Each identifier says by which scheme it is given, and no scheme gives two. */
const schemes = ({ way, id, ids, words }: Party): Rule[] => [
  each(...way)(
    `BR-FR-CO-10_${id}-1`,
    `${id}-1`,
    `Indiquez qui donne chaque identifiant ${words} (${id}-1), par exemple 0009 pour un SIRET.`,
    (group) => group.found(ids).every((found) => schemeOf(found) !== undefined)
  ),
  each(...way)(
    `BR-FR-CO-10_${id}-2`,
    `${id}-1`,
    `Gardez un seul identifiant ${words} (${id}) par répertoire.`,
    (group) => {
      const written = group.found(ids).flatMap((found) => schemeOf(found) ?? [])
      return new Set(written).size === written.length
    }
  ),
]

const addresses = ({ way, address, words }: Party): Rule[] => {
  if (!address) return []
  const [id, term] = address
  return [
    each(...way)(
      `BR-FR-23_${id}`,
      id,
      `N’écrivez que des lettres, des chiffres et les signes + - _ . dans l’adresse électronique ${words} (${id}).`,
      (group) => inScheme(group, term, '0225').every(({ text }) => isRoutingCode(text))
    ),
    each(...way)(
      `BR-FR-25_${id}`,
      id,
      `Raccourcissez l’adresse électronique ${words} (${id}) à 125 signes.`,
      (group) => group.texts(term).every((text) => [...text].length <= 125)
    ),
  ]
}

const routing = ({ way, id, ids, words }: Party): Rule[] => [
  each(...way)(
    `BR-FR-24_${id}`,
    id,
    `N’écrivez que des lettres, des chiffres et les signes + - _ . dans le code de routage ${words} (${id}).`,
    (group) => inScheme(group, ids, '0224').every(({ text }) => isRoutingCode(text))
  ),
  each(...way)(
    `BR-FR-26_${id}`,
    id,
    `Raccourcissez le code de routage ${words} (${id}) à 100 signes.`,
    (group) => inScheme(group, ids, '0224').every(({ text }) => [...text].length <= 100)
  ),
]

/** Nine digits wherever a SIREN, or the number of a single taxable person, is written. */
const nineDigits = (id: string, term: string, owner: string, name: string, schemesOf: string[]) =>
  rule(id, term, `Écrivez ce numéro (${term}) en 9 chiffres, sans espace.`, function* (invoice) {
    for (const node of invoice.named(name)) {
      if (owner !== '' && node.parent?.name !== owner) continue
      if (!schemesOf.includes(node.attributes.schemeID ?? '')) continue
      if (!/^\d{9}$/.test(node.text.trim())) yield { node }
    }
  })

/** How parties are identified, and where they are written to. */
export const IDENTITIES: Rule[] = [
  ...PARTIES.map(siret),
  ...PARTIES.flatMap(addresses),
  ...[SELLER, BUYER].flatMap(routing),
  ...PARTIES.flatMap(schemes),
  ...only('CII', [
    nineDigits('BR-FR-32-LEGALID', 'BT-30', 'SpecifiedLegalOrganization', 'ID', ['0002']),
    nineDigits('BR-FR-32-GLOBALID', 'BT-29', '', 'GlobalID', ['0002', '0231']),
  ]),
  ...only('UBL', [
    nineDigits('BR-FR-32-LEGALID', 'BT-30', 'PartyLegalEntity', 'CompanyID', ['0002']),
    nineDigits('BR-FR-32-ID', 'BT-29', 'PartyIdentification', 'ID', ['0002', '0231']),
  ]),
]
