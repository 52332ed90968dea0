import { tenancy } from '#kernel/tenancy'
import type { Choice } from '#web/list/index'

/** What the filters of the desk offer. */
export interface Choices {
  desks: Choice[]
  circuits: Choice[]
}

/** The desks and the circuits of the tenant in context, by name. */
export async function choicesOfDesk(): Promise<Choices> {
  const of = (table: string) =>
    tenancy.trx().from(table).where('tenant_id', tenancy.tenantId()).orderBy('name')
  const desks = await of('parapheur.desks').select('id', 'name')
  // Two versions of one circuit bear one name: a person knows no other
  const circuits = await of('parapheur.circuits').distinct('name')
  return {
    desks: desks.map(({ id, name }) => ({ value: id, label: name })),
    circuits: circuits.map(({ name }) => ({ value: name, label: name })),
  }
}
