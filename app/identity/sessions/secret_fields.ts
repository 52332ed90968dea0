/** Words that make of a field's name the name of a secret, in any language of our forms. */
const SECRET_WORDS = new Set([
  ...['password', 'passwords', 'passwd', 'passphrase', 'pwd', 'pass', 'passe', 'motdepasse'],
  ...['mdp', 'nip', 'apikey', 'privatekey', 'bearer', 'authorization'],
  ...['secret', 'secrets', 'token', 'tokens', 'jeton', 'jetons', 'code', 'codes', 'otp', 'totp'],
  ...['pin', 'key', 'keys', 'cle', 'cles', 'credential', 'credentials', 'csrf', 'p12', 'pfx'],
])

/** Codes that everybody may read: nomenclatures of the State. */
const PUBLIC_CODES = /^(nature|insee|postal|matiere|departement|classification|pays|naf|ape)$/

/** What says which sentence goes under which field: names of fields, and our own words. */
const BAGS = new Set(['errorsBag', 'inputErrorsBag'])

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Whether a field's name says that what is typed in it is a secret. */
export function isSecretField(name: string): boolean {
  const words = wordsOf(name)
  if (/code/.test(words.join(' ')) && words.some((word) => PUBLIC_CODES.test(word))) {
    return words.some((word) => SECRET_WORDS.has(word) && !/^codes?$/.test(word))
  }
  return words.some((word) => SECRET_WORDS.has(word) || /passw|secret|motdepass/.test(word))
}

/** What was typed, without its secrets, at every depth. */
export function withoutSecrets(typed: unknown): unknown {
  if (Array.isArray(typed)) return typed.map(withoutSecrets)
  if (typed === null || typeof typed !== 'object') return typed
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => !isSecretField(name))
      .map(([name, value]) => [name, withoutSecrets(value)])
  )
}

/** The flash of a session: what is typed loses its secrets, what we say stays. */
export function flashWithoutSecrets(flash: unknown): unknown {
  if (flash === null || typeof flash !== 'object') return flash
  const said = Object.entries(flash).filter(([name]) => BAGS.has(name))
  const typed = Object.entries(flash).filter(([name]) => !BAGS.has(name))
  return { ...(withoutSecrets(Object.fromEntries(typed)) as object), ...Object.fromEntries(said) }
}
