import { tellingOf } from './query.js'
import { wordsIn } from './normalise.js'

/** What has several names: each way to write it, as the words that tell it. */
export type Synonyms = string[][]

/** « PLU = plan local d’urbanisme », one thing a line; a line with one name only tells nothing. */
export const synonymsOf = (lines: string[]): Synonyms[] =>
  lines
    .map((line) => line.split('=').map((name) => tellingOf(wordsIn(name))))
    .map((ways) => ways.filter((words) => words.length > 0))
    .filter((ways) => ways.length > 1)

/** What agents write short and texts write in full, or the other way round. */
export const USUAL_SYNONYMS: Synonyms[] = synonymsOf(
  `PLU = plan local d’urbanisme
   PLUi = plan local d’urbanisme intercommunal
   POS = plan d’occupation des sols
   SCoT = schéma de cohérence territoriale
   PADD = projet d’aménagement et de développement durables
   ZAC = zone d’aménagement concerté
   DIA = déclaration d’intention d’aliéner
   DPU = droit de préemption urbain
   ABF = architecte des bâtiments de France
   CU = certificat d’urbanisme
   CCAS = centre communal d’action sociale
   CIAS = centre intercommunal d’action sociale
   EPCI = établissement public de coopération intercommunale
   SIVU = syndicat intercommunal à vocation unique
   SIVOM = syndicat intercommunal à vocation multiple
   CGCT = code général des collectivités territoriales
   DCE = dossier de consultation des entreprises
   CCTP = cahier des clauses techniques particulières
   CCAP = cahier des clauses administratives particulières
   CAO = commission d’appel d’offres
   DSP = délégation de service public
   AMO = assistance à maîtrise d’ouvrage
   DUERP = document unique d’évaluation des risques professionnels
   PCS = plan communal de sauvegarde
   ERP = établissement recevant du public
   PMR = personnes à mobilité réduite
   RD = route départementale
   VC = voie communale
   PV = procès-verbal
   CR = compte rendu
   DGF = dotation globale de fonctionnement
   DETR = dotation d’équipement des territoires ruraux
   DSIL = dotation de soutien à l’investissement local
   RIB = relevé d’identité bancaire
   RGPD = règlement général sur la protection des données
   ALSH = accueil de loisirs sans hébergement
   CTG = convention territoriale globale`.split('\n')
)

/** Some words of a search that are one name of a thing, and its other names. */
export interface OtherNames {
  of: string[]
  also: string[][]
}

/** The names of things among the words of a search, in their order; a longer name wins. */
export function otherNamesIn(words: string[], synonyms: Synonyms[]): OtherNames[] {
  const found: OtherNames[] = []
  const isFree = (of: string[]) => of.every((word) => !found.some((one) => one.of.includes(word)))
  for (const { of, names } of longestFirst(synonyms)) {
    if (!isFree(of) || !follows(words, of)) continue
    found.push({ of, also: names.filter((name) => name !== of) })
  }
  return found
}

interface Way {
  of: string[]
  names: Synonyms
}
const sorted = new WeakMap<Synonyms[], Way[]>()

/** The ways to name things, put in order once for a list that is asked again and again. */
function longestFirst(synonyms: Synonyms[]): Way[] {
  const known = sorted.get(synonyms)
  if (known) return known
  const ways = synonyms
    .flatMap((names) => names.map((of) => ({ of, names })))
    .toSorted((one, other) => other.of.length - one.of.length)
  sorted.set(synonyms, ways)
  return ways
}

const follows = (words: string[], name: string[]) =>
  words.some((_word, at) => name.every((one, rank) => words[at + rank] === one))
