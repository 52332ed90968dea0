import type { Identity } from './match.js'
import { birthNamesAlike, datesAlike, givenNamesAlike, type Likeness } from './match.js'

/** How one fact of two records compares; `unknown`: one of them does not say it, `compatible`: not whole. */
export type FactLikeness = Likeness | 'compatible' | 'unknown'

/** What `matchPersons` weighed, fact by fact, for whoever settles a doubt with her own eyes. */
export interface Comparison {
  birthName: FactLikeness
  givenNames: FactLikeness
  birthdate: FactLikeness
  sex: FactLikeness
  birthplace: FactLikeness
}

/** Compares two records fact by fact; the verdict is `matchPersons`'s. */
export function comparePersons(a: Identity, b: Identity): Comparison {
  return {
    birthName: a.birthName && b.birthName ? birthNamesAlike(a, b) : 'unknown',
    givenNames: a.givenNames.length && b.givenNames.length ? givenNamesAlike(a, b) : 'unknown',
    birthdate: wholeDatesAlike(a, b),
    sex: sameOrNot(a.sex, b.sex),
    birthplace: sameOrNot(a.birthplace, b.birthplace),
  }
}

const sameOrNot = (one: string | null, other: string | null): FactLikeness =>
  one === null || other === null ? 'unknown' : one === other ? 'equal' : 'different'

function wholeDatesAlike(a: Identity, b: Identity): FactLikeness {
  const alike = datesAlike(a.birthdate, b.birthdate)
  const isPartial = a.birthdate.isPartial || b.birthdate.isPartial
  return alike === 'equal' && isPartial ? 'compatible' : alike
}
