import { DateTime } from 'luxon'
import { ContactPointSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'

/** A way to write to somebody or to call her, dated; never an identity. */
export default class ContactPoint extends WalledModel(ContactPointSchema) {
  static table = 'kernel.contact_points'
  static connection = 'app'

  declare kind: 'email' | 'phone' | 'address'
}

export interface NewContactPoint {
  personId: string
  kind: ContactPoint['kind']
  value: string
  source: string
  /** What showed that it is hers: `code`, `call`, the issuer of a provider. */
  proof?: string
  at: Date
}

/** Those of the person in context that hold today. */
export const contactPointsOf = (personId: string): Promise<ContactPoint[]> =>
  ContactPoint.query(walled()).where({ personId }).whereNull('until').orderBy('since')

/**
 * Adds one, and ends the former of its kind: one address to write to at a time. The same said again
 * changes its proof alone. Returns whether anything changed.
 */
export async function setContactPoint({ at, proof, ...given }: NewContactPoint): Promise<boolean> {
  const living = await contactPointsOf(given.personId)
  const same = living.find(({ kind, value }) => kind === given.kind && value === given.value)
  const proven = proof ? { proof, provenAt: DateTime.fromJSDate(at) } : {}
  if (same) {
    if (!proof || same.provenAt) return false
    await same.merge(proven).save()
    return true
  }
  for (const former of living.filter(({ kind }) => kind === given.kind))
    await former.merge({ until: DateTime.fromJSDate(at) }).save()
  await ContactPoint.create({ ...given, ...proven, since: DateTime.fromJSDate(at) }, walled())
  return true
}
