/** Words of a company's name that thousands bear: they tell nothing of who asks. */
const COMMON = new Set(
  `sarl sas sasu eurl sa sci scop scea gaec snc selarl association asso societe ets etablissements
   etablissement entreprise entreprises groupe agence atelier ateliers cabinet bureau maison france
   bretagne ouest nord sud travaux publics public batiment batiments construction constructions
   services service conseil conseils ingenierie etudes environnement energie energies habitat
   maconnerie menuiserie peinture plomberie electricite chauffage couverture charpente paysage
   transports transport informatique architecture architectes nettoyage fils freres pere cie les des
   pour avec dans sur une the and`.split(/\s+/)
)

/** The words of a name that are not everybody's; all of them when none is left. */
export function tellingWords(name: string): string[] {
  const words = folded(name)
    .text.split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
  const telling = words.filter((word) => !COMMON.has(word))
  if (telling.length > 0) return telling
  return words.length > 0 ? [words.join(' ')] : []
}

/** A text as it is searched. */
export interface Folded {
  text: string
  /** Where each sign stands in what was typed. */
  places: number[]
}

/** Without accents nor capitals, sign by sign, so that what is found is found again in the text. */
export function folded(typed: string): Folded {
  const places: number[] = []
  let text = ''
  // Code units, as a text is sliced
  for (const [at, unit] of typed.split('').entries()) {
    const plain = unit.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
    const signs = plain.replaceAll('œ', 'oe').replaceAll('æ', 'ae')
    for (const sign of signs) {
      text += sign
      places.push(at)
    }
  }
  return { text, places }
}
