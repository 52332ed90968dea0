import { checkValue, type CheckedKind } from '#lib/outsiders'
import type { LocalDate } from '#lib/values'
import { readName } from './name.js'

/** Who somebody is, as a provider proves it; what it does not say, or says unreadably, is null. */
export interface ProvenIdentity {
  /** Her name with this provider, for us alone. */
  sub: string
  /** Empty when she has none, or when the provider only knows what she is called. */
  birthName: string
  usageName: string | null
  givenNames: string[]
  sex: 'M' | 'F' | null
  /** `1992-00-00`: what is unknown is written 00. */
  birthdate: string | null
  /** Code of the commune (COG), or words. */
  birthplace: string | null
  /** Code of the country (COG): 99100 is France. */
  birthcountry: string | null
  email: string | null
  phone: string | null
  /** Of the establishment that she works for, told by ProConnect. */
  siret: string | null
  /** The names of what was said and could not be read. */
  unread: string[]
}

/** Why it is nobody: see SIGN_IN_FAULTS. */
export type Unread = 'no_name' | 'unreadable_name'

type Claims = Record<string, unknown>

/** What no base or no page holds: JSON carries a NUL and half of a pair as well as a letter. */
const UNWRITTEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u

/** Whether `sub` may name somebody: at most 255 signs of ASCII (OpenID Connect §2). */
export const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && /^[\x20-\x7e]{1,255}$/.test(sub)

/** Reads what a provider says of a person (OpenID Connect §5.1, FranceConnect v2, ProConnect). */
export function readIdentity(claims: Claims, today: LocalDate): ProvenIdentity | Unread {
  const unread: string[] = []
  const said = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const checked = (name: string, kind: CheckedKind) => {
    const text = said(name)
    const read = text === null ? null : checkValue(kind, text, { today })
    if (read && !read.ok) unread.push(name)
    return read?.ok ? read.value : null
  }
  const place = (name: string) => {
    const text = said(name)
    if (text === null || !UNWRITTEN.test(text)) return text?.toUpperCase() ?? null
    unread.push(name)
    return null
  }
  // ProConnect knows what people are called at work, not their birth name
  const names = ['family_name', 'preferred_username', 'usual_name'].map((name) =>
    readName(said(name))
  )
  const given = givenNamesOf(claims)
  if ([...names, ...given].includes('unreadable')) return 'unreadable_name'
  const [birthName, preferred, usual] = names
  const givenNames = given.filter((name) => name !== null)
  const called = preferred ?? usual
  if (birthName === null && called === null && givenNames.length === 0) return 'no_name'
  const siret = checked('siret', 'siret')
  return {
    sub: String(claims.sub),
    birthName: birthName ?? '',
    usageName: called === birthName ? null : called,
    givenNames,
    sex: sexOf(said('gender')),
    birthdate: checked('birthdate', 'birthdate'),
    birthplace: place('birthplace'),
    birthcountry: place('birthcountry'),
    email: checked('email', 'email'),
    phone: checked('phone_number', 'phone'),
    siret,
    unread,
  }
}

/** The list where there is one: a given name may hold a space (FranceConnect, `given_name_array`). */
function givenNamesOf(claims: Claims) {
  const { given_name_array: list, given_name: text } = claims
  const names = Array.isArray(list) && list.length > 0 ? list : String(text ?? '').split(/\s+/)
  return names.map((name) => readName(typeof name === 'string' ? name : null))
}

const sexOf = (word: string | null) => (word === 'male' ? 'M' : word === 'female' ? 'F' : null)
