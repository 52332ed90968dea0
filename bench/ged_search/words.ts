import { allWordsIn } from '#lib/french/search/normalise'
import { keysOf } from '#lib/french/search/query'

/** What the titles of a commune say, with their accents. */
export const SUBJECTS =
  'assainissement éclairage élagage réfection signalisation école cantine périscolaire médiathèque bibliothèque cimetière concession urbanisme lotissement préemption servitude bornage voirie trottoir stationnement circulation fête marché halle aménagement rénovation énergie chaufferie toiture charpente menuiserie accessibilité défibrillateur incendie sécurité déneigement déchèterie compostage littoral sentier véloroute passerelle plantation crèche jumelage subvention association gymnase piscine camping numérique archives élection recensement régie tarif emprunt budget trésorerie indemnité formation recrutement médecine assurance contentieux sinistre'.split(
    ' '
  )
export const KINDS = [
  ...['Délibération', 'Arrêté', 'Convention', 'Courrier', 'Décision', 'Facture', 'Rapport'],
  'Procès-verbal',
]
const HEADS = 'Ker Tre Plou Lan Loc Pen Ros Goas Coat Pont Mor Roch'.split(' ')
const MIDDLES =
  'gavel douar morin brezan huelis tanguen lazec bihort fourchel karvat melin drenec porzay guilen stivel'.split(
    ' '
  )
const ENDS = 'ec ou ic an eg enn oz ual iou as ell orn'.split(' ')

/** Places: enough of them that a name tells a document from most others. */
export const PLACES = HEADS.flatMap((head) =>
  MIDDLES.flatMap((middle) => ENDS.map((end) => head + middle + end))
)
export const PREAMBLE =
  'le conseil municipal dûment convoqué considérant vu le code général des collectivités territoriales après en avoir délibéré'

/**
 * What a word is in the index, as the product writes it: `@` stands where the shelf of the member
 * goes, so that one table serves all of them.
 */
export const fragmentOf = (text: string, weight: 'A' | 'D'): string =>
  [...new Set(allWordsIn(text).flatMap(keysOf))]
    .map((key) => `'@${key}':1${weight === 'D' ? '' : weight}`)
    .join(' ')
