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

/** What the title of every document and its name say beside what is drawn for it. */
export const EVERYWHERE = 'n de RD document pdf'

/** Where the words of a text stand once they are behind those of the title (`||` of two vectors). */
const PLACES_OF = { A: '1A', D: '2' }

const keysIn = (text: string): string[] => [...new Set(allWordsIn(text).flatMap(keysOf))]

/**
 * What a word is in the index, as the product writes it: `@` stands where the shelf of the member
 * goes, so that one table serves all of them.
 */
export const fragmentOf = (text: string, weight: 'A' | 'D'): string =>
  keysIn(text)
    .map((key) => `'@${key}':${PLACES_OF[weight]}`)
    .join(' ')

/** The words of a text by which a misspelt one is righted (`keepSpelling`), and those of an entry. */
export const spelledIn = (text: string): string[] =>
  keysIn(text).filter((key) => key.length > 1 && !/^\d/.test(key))
export const vocabularyIn = (text: string): string[] =>
  spelledIn(text).filter((key) => key.length > 2)
