import type { Found } from '../../model/path.js'
import type { Group } from '../../model/group.js'
import { each, whole, type Rule } from '../rule.js'

const ABROAD = ['0223', '0226', '0227', '0228', '0229']

const schemeOf = ({ node }: Found) => node.attributes.schemeID ?? ''
const inScheme = (group: Group, term: string, ...schemes: string[]) =>
  group.found(term).filter((one) => schemes.includes(schemeOf(one)))
const seller = each('BG-4')

/** How each sort of identifier is written: VAT number, country and name, RIDET, TAHITI, a person. */
const SHAPES: [number: string, scheme: string, shape: RegExp, words: string][] = [
  ['04', '0223', /^.{1,18}$/u, 'Le numéro de TVA intracommunautaire compte 18 signes au plus'],
  [
    '05',
    '0227',
    /^.{1,18}$/u,
    'L’identifiant hors de l’Union compte 18 signes au plus : pays, puis 16 premières lettres du nom',
  ],
  ['06', '0228', /^[0-9A-Za-z]{9,10}$/, 'Le numéro RIDET compte 9 ou 10 signes'],
  ['07', '0229', /^[0-9A-Za-z]{9,10}$/, 'Le numéro TAHITI compte 9 signes'],
  [
    '08',
    '0226',
    /^\d{10}\S{0,70}$/u,
    'L’identifiant d’un particulier compte 10 chiffres (sexe, année, mois, lieu de naissance), puis ses nom et prénom sans espace',
  ],
]

/** A SIREN asks for the SIRET that begins by it; without one, another identifier that Chorus knows. */
const isKnown = (group: Group, id: string, legal: string) => {
  const siren = inScheme(group, legal, '0002')[0]?.text
  if (siren === undefined) return inScheme(group, id, ...ABROAD).length > 0
  return inScheme(group, id, '0009').some(({ text }) => text.startsWith(siren))
}

/** Who sends and who receives, as Chorus Pro knows them. */
export const CPRO_PARTIES: Rule[] = [
  seller(
    'BR-FR-CPRO-03',
    'BT-29',
    `Identifiez le vendeur (BT-29) par son SIRET (0009), ou sous l’un de ces répertoires : ${ABROAD.join(', ')}.`,
    (group) => inScheme(group, 'BT-29', '0009', ...ABROAD).length > 0
  ),
  ...SHAPES.map(([number, scheme, shape, words]) =>
    seller(`BR-FR-CPRO-${number}`, 'BT-29', `${words} (BT-29, ${scheme}) : corrigez-le.`, (group) =>
      inScheme(group, 'BT-29', scheme).every(({ text }) => shape.test(text))
    )
  ),
  seller(
    'BR-FR-CPRO-09',
    'BT-29',
    'Donnez le SIRET du vendeur (BT-29, 0009) : son SIREN (BT-30) ne suffit pas à Chorus Pro.',
    (group) =>
      inScheme(group, 'BT-30', '0002').length === 0 || inScheme(group, 'BT-29', '0009').length > 0
  ),
  whole(
    'BR-FR-CPRO-10',
    'BT-46',
    'Donnez le SIRET de l’acheteur public (BT-46, 0009).',
    (invoice) => invoice.all('BG-7').some((group) => inScheme(group, 'BT-46', '0009').length > 0)
  ),
  each('BG-10')(
    'BR-FR-CPRO-17',
    'BT-60',
    'Donnez le SIRET du bénéficiaire (BT-60, 0009), qui commence par son SIREN (BT-61).',
    (group) => isKnown(group, 'BT-60', 'BT-61')
  ),
  each('EXT-FR-FE-BG-03')(
    'BR-FR-CPRO-18',
    'EXT-FR-FE-69',
    'Donnez le SIRET de l’agent du vendeur (EXT-FR-FE-69, 0009), qui commence par son SIREN (EXT-FR-FE-71).',
    (group) => isKnown(group, 'id', 'legal')
  ),
  whole(
    'BR-FR-CPRO-21',
    'EXT-FR-FE-BG-03',
    'En sous-traitance (S3) ou co-traitance (S6), donnez l’agent du vendeur avec son SIREN et son SIRET.',
    (invoice) =>
      !['S3', 'S6'].includes(invoice.word('BT-23')) ||
      invoice
        .all('EXT-FR-FE-BG-03')
        .some(
          (group) =>
            inScheme(group, 'legal', '0002').length > 0 && inScheme(group, 'id', '0009').length > 0
        )
  ),
  whole(
    'BR-FR-CPRO-25',
    'BT-20',
    'N’écrivez qu’un texte de conditions de paiement (BT-20).',
    (invoice) => invoice.found('BT-20').length <= 1
  ),
  seller(
    'BR-FR-CPRO-26',
    'BG-6',
    'Ne donnez qu’un contact du vendeur (BG-6).',
    (group) => group.all('BG-6').length <= 1
  ),
  each('BG-7')(
    'BR-FR-CPRO-27',
    'BG-9',
    'Ne donnez qu’un contact de l’acheteur (BG-9).',
    (group) => group.all('BG-9').length <= 1
  ),
  each('EXT-FR-FE-BG-03')(
    'BR-FR-CPRO-28',
    'EXT-FR-FE-BG-03',
    'Ne donnez qu’un contact de l’agent du vendeur.',
    (group) => group.all('contacts-BG').length <= 1
  ),
]
