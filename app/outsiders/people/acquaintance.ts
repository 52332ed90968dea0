import { AcquaintanceSchema } from '#database/schema/kernel'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { behind } from '#app/outsiders/wall/wall'

/** That a member knows a person: she came to its counter, or asked it for something. */
export default class Acquaintance extends TenantModel(AcquaintanceSchema) {
  static table = 'kernel.acquaintances'
}

/** Whether the member in context knows her. */
export const knows = async (personId: string): Promise<boolean> =>
  (await Acquaintance.query().where('personId', personId).first()) !== null

/** Those of these persons whom the member in context knows. */
export async function knownAmong(personIds: string[]): Promise<Set<string>> {
  const rows = await Acquaintance.query().whereIn('personId', personIds).select('personId')
  return new Set(rows.map(({ personId }) => personId))
}

/** The members that know a person. */
export const membersKnowing = (personId: string): Promise<string[]> =>
  behind({ person: personId }, async (trx) => {
    const rows = await trx.from('kernel.acquaintances').where('person_id', personId)
    return rows.map(({ tenant_id: tenantId }: { tenant_id: string }) => tenantId)
  })

/**
 * Runs `work` behind the wall of a person whom the member in context knows, with null otherwise:
 * what an agent reads of her.
 */
export async function asKnown<T>(personId: string, work: () => Promise<T>): Promise<T | null> {
  if (!tenancy.current()) throw new Error('An agent reads people in the name of a member')
  return (await knows(personId)) ? behind({ person: personId }, work) : null
}
