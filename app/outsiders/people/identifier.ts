import { DateTime } from 'luxon'
import { PersonIdentifierSchema } from '#database/schema/kernel'
import { behind } from '#app/outsiders/wall/wall'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { type IdentifierKind, lookupOf } from './keys.js'

/** What opens a person's door, or names her at it; a person has several. */
export default class Identifier extends WalledModel(PersonIdentifierSchema) {
  static table = 'kernel.person_identifiers'
  static connection = 'app'

  declare kind: IdentifierKind
  declare data: Record<string, any>
}

export interface NewIdentifier {
  personId: string
  kind: IdentifierKind
  value: string
  /** The provider of a `sub`: its `iss`. */
  issuer?: string
  source: string
  /** When it was proven to be hers; absent while it was not. */
  provenAt?: Date
  data?: Record<string, unknown>
}

/** Gives a person one more; one that somebody has is refused by the base (23505). */
export function addIdentifier({ issuer = '', provenAt, ...given }: NewIdentifier) {
  return Identifier.create(
    {
      ...given,
      issuer,
      lookup: lookupOf(given.kind, given.value, issuer),
      data: given.data ?? {},
      provenAt: provenAt ? DateTime.fromJSDate(provenAt) : null,
    },
    walled()
  )
}

/** The living identifier that is named so, whoever has it; or null. */
export function identifierNamed(kind: IdentifierKind, value: string, issuer = '') {
  const lookup = lookupOf(kind, value, issuer)
  return behind({ identifier: lookup }, () =>
    Identifier.query(walled()).where('lookup', lookup).whereNull('ended_at').first()
  )
}

/** Those of the person in context that live. */
export const identifiersOf = (personId: string): Promise<Identifier[]> =>
  Identifier.query(walled()).where({ personId }).whereNull('ended_at').orderBy('created_at')

/** Ends some identifiers of a person in context: what they opened stays, they open nothing more. */
export async function endIdentifiers(personId: string, kind: IdentifierKind, now: Date) {
  await Identifier.query(walled())
    .where({ personId, kind })
    .whereNull('ended_at')
    .update({ ended_at: now })
}
