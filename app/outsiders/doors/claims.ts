import { checkValue, type Identity } from '#lib/outsiders'
import { PartialDate } from '#lib/values'
import { clock } from '#kernel/clock'
import type Person from '#app/outsiders/people/person'
import type { Fact } from '#app/outsiders/people/person'

/** What a provider says of somebody, once its signature, issuer, audience and nonce were checked. */
export interface Claims {
  /** Its `iss`: with `sub`, what names her for ever. */
  issuer: string
  sub: string
  /** What it is called on the screens: « FranceConnect ». */
  provider: string
  birthName?: string | null
  usageName?: string | null
  givenNames?: string[]
  sex?: 'F' | 'M' | null
  /** AAAA-MM-JJ, `00` for an unknown part. */
  birthdate?: string | null
  /** COG code of the commune, or words. */
  birthplace?: string | null
  /** COG code of the country. */
  birthCountry?: string | null
  /** A way to write to her; never an identity. */
  email?: string | null
  phone?: string | null
  /** ProConnect's: the establishment that it vouches for. */
  siret?: string | null
  /** Kept for the provider's own logout. */
  idToken?: string
}

const readable = (
  kind: 'name' | 'email' | 'phone' | 'birthdate',
  text: string | null | undefined,
  today = clock.today()
) => {
  if (!text?.trim()) return undefined
  const read = checkValue(kind, text, { today })
  return read.ok ? read.value : undefined
}

/** The facts that a record keeps of them; what cannot be read is left out rather than refused. */
export function factsOf(claims: Claims): Partial<Pick<Person, Fact>> {
  const today = clock.today()
  const givenNames = (claims.givenNames ?? []).flatMap(
    (name) => readable('name', name, today) ?? []
  )
  return {
    birthName: readable('name', claims.birthName, today),
    usageName: readable('name', claims.usageName, today),
    givenNames,
    sex: claims.sex ?? undefined,
    birthdate: readable('birthdate', claims.birthdate, today),
    birthplace: claims.birthplace?.trim().toUpperCase() || undefined,
    birthCountry: claims.birthCountry?.trim().toUpperCase() || undefined,
  }
}

/** The ways to reach her that they name. */
export const reachOf = ({ email, phone }: Claims) => ({
  email: readable('email', email),
  phone: readable('phone', phone),
})

/** What two records are compared by; null without a birth date: nothing could be told apart. */
export function identityOf(facts: Partial<Pick<Person, Fact>>): Identity | null {
  const birthdate = facts.birthdate ? PartialDate.tryParse(facts.birthdate) : null
  if (!birthdate) return null
  return {
    birthName: facts.birthName ?? '',
    usageName: facts.usageName ?? null,
    givenNames: facts.givenNames ?? [],
    sex: facts.sex ?? null,
    birthdate,
    birthplace: facts.birthplace ?? null,
  }
}
