import { COMMON_PASSWORDS } from './common.js'

export const SHORTEST = 12
const LONGEST = 200

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What names the account: the parts of the address and of the name, of four letters or more. */
const wordsOf = (person: { email: string; fullName: string }) =>
  bare(`${person.email} ${person.fullName}`)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4)

/**
 * What is wrong with a password, in French, or null. Length and no composition rule: ANSSI
 * R21 and R24 of the guide on authentication (2021), NIST SP 800-63B §5.1.1.2.
 */
export function passwordFault(
  password: string,
  person: { email: string; fullName: string }
): string | null {
  if (password.length < SHORTEST) {
    return `Choisissez au moins ${SHORTEST} caractères : une phrase de quatre ou cinq mots convient bien.`
  }
  if (password.length > LONGEST) return `Choisissez au plus ${LONGEST} caractères.`
  const text = bare(password)
  if (new Set(text).size < 5) return 'Ce mot de passe répète trop peu de caractères. Variez-les.'
  const word = wordsOf(person).find((own) => text.includes(own))
  if (word && text.replaceAll(word, '').length < SHORTEST) {
    return 'Ce mot de passe contient votre nom ou votre adresse. Choisissez d’autres mots.'
  }
  const core = text.replace(/[^a-z]+$/, '').replace(/^[^a-z]+/, '')
  if (COMMON_PASSWORDS.some((common) => text === common || (core === common && core.length > 0))) {
    return 'Ce mot de passe est parmi les plus répandus. Choisissez-en un que personne ne devine.'
  }
  return null
}
