import { each, type Rule } from '../rule.js'

/** Terms that Chorus Pro cuts or refuses beyond a length (XP Z12-012, §4.5.3). */
const LENGTHS: [number: string, term: string, most: number, way: string[], words: string][] = [
  ['02', 'BT-1', 20, [], 'Le numéro de la facture'],
  ['02', 'BT-25', 20, ['BG-3'], 'Le numéro de la facture antérieure'],
  [
    '02',
    'EXT-FR-FE-136',
    20,
    ['BG-25', 'EXT-FR-FE-BG-06'],
    'Le numéro de la facture antérieure de la ligne',
  ],
  ['14', 'BT-12', 50, [], 'Le numéro de marché'],
  ['15', 'BT-13', 50, [], 'Le numéro d’engagement'],
  ['29', 'BT-120', 1024, ['BG-23'], 'Le motif d’exonération'],
  ['30', 'BT-122', 50, ['BG-24'], 'La référence de la pièce jointe'],
  ['31', 'BT-154', 1024, ['BG-25', 'BG-31'], 'La description de l’article'],
  ['32', 'BT-35', 400, ['BG-4', 'BG-5'], 'L’adresse du vendeur'],
  ['33', 'BT-37', 400, ['BG-4', 'BG-5'], 'La ville du vendeur'],
  ['34', 'BT-45', 99, ['BG-7'], 'L’appellation de l’acheteur'],
  ['35', 'BT-20', 1024, [], 'Le texte des conditions de paiement'],
  ['36', 'BT-28', 99, ['BG-4'], 'L’appellation du vendeur'],
  ['37', 'BT-59', 99, ['BG-10'], 'Le nom du bénéficiaire'],
  ['38', 'BT-71', 20, ['BG-13'], 'L’identifiant du lieu de livraison'],
  ['39', 'BT-84', 27, ['BG-16', 'BG-17'], 'Le compte à créditer'],
  ['40', 'EXT-FR-FE-146', 20, ['BG-25'], 'L’identifiant du lieu de livraison de la ligne'],
  ['41', 'BT-125-2', 50, ['BG-24'], 'Le nom du fichier joint'],
  ['42', 'BT-22', 1024, ['BG-1'], 'Le texte d’une note'],
  ['43', 'BT-27', 99, ['BG-4'], 'Le nom du vendeur'],
  ['44', 'BT-44', 99, ['BG-7'], 'Le nom de l’acheteur'],
]

/** The subject that UBL writes before a note is not of its text. */
const bare = (term: string, text: string) =>
  term === 'BT-22' ? text.replace(/^\s*#[^#]*#/, '') : text

/** How long a term may be for a public buyer. */
export const CPRO_LENGTHS: Rule[] = LENGTHS.map(([number, term, most, way, words]) =>
  each(...way)(
    `BR-FR-CPRO-${number}`,
    term,
    `${words} (${term}) ne dépasse pas ${most} signes chez Chorus Pro : raccourcissez.`,
    (group) => group.texts(term).every((text) => [...bare(term, text)].length <= most)
  )
)
