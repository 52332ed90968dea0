import { InvalidValue } from '#lib/values'

const MOST_SIGNS = 254

/** The unquoted form of RFC 5322 §3.2.3: words of these signs, a single dot between two. */
const LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?'
const WRITTEN = new RegExp(`^${LOCAL}(?:\\.${LOCAL})*@${LABEL}(?:\\.${LABEL})+$`, 'u')

/**
 * An address to write to somebody who is no agent: the domain in lower case, what stands before the
 * @ as typed, for another host may tell its capitals apart (RFC 5321 §2.4).
 * @throws InvalidValue
 */
export function parseWrittenEmail(text: string): string {
  const typed = text.trim()
  const at = typed.lastIndexOf('@')
  const email = typed.slice(0, at + 1) + typed.slice(at + 1).toLowerCase()
  if (email.length > MOST_SIGNS || !WRITTEN.test(email)) {
    throw new InvalidValue('Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.')
  }
  return email
}
