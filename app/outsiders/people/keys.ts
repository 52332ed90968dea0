import { createHash } from 'node:crypto'
import { nameKey } from '#lib/outsiders'

/** SHA-256 in hexadecimal: what the wall is asked by, so that no name and no address stands in a query. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What names somebody at a door; several of one kind may name one person. */
export type IdentifierKind = 'sub' | 'email' | 'phone' | 'passkey' | 'account' | 'paper_code'

/**
 * The digest under which an identifier is found. An address is compared without its capitals: two
 * persons never have one that differs by them alone.
 */
export function lookupOf(kind: IdentifierKind, value: string, issuer = ''): string {
  const plain = kind === 'email' ? value.trim().toLowerCase() : value
  return sha256(JSON.stringify([kind, issuer, plain]))
}

interface CivilStatus {
  birthName: string | null
  usageName: string | null
  givenNames: string[]
  birthdate: string | null
}

/**
 * Digests that two records of one person share: two of birth date, first given name and birth name.
 * They narrow the search alone; `matchPersons` judges what they find.
 */
export function matchKeysOf({ birthName, usageName, givenNames, birthdate }: CivilStatus) {
  const given = nameKey(givenNames[0] ?? '')
  const names = [birthName, usageName].map((name) => nameKey(name ?? '')).filter(Boolean)
  const pairs = names.flatMap((name) => [
    ...(birthdate ? [['date-name', birthdate, name]] : []),
    ['given-name', given, name],
  ])
  if (birthdate) pairs.push(['date-given', birthdate, given])
  return [...new Set(pairs.map((pair) => sha256(JSON.stringify(pair))))]
}
