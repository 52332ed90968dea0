import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import type Acte from './acte.js'

/**
 * Who signed an acte, as everybody reads it; null when it was no person of the house, and for a
 * redacted copy, which nobody signed.
 */
export async function signatoryOf(acte: Acte): Promise<string | null> {
  if (acte.publicForm === 'redacted') return null
  const signed = await tenancy
    .trx()
    .from('actes.acte_transitions')
    .where({ tenant_id: tenancy.tenantId(), acte_id: acte.id, event: 'sign' })
    .orderBy('id', 'desc')
    .first()
  const names = await people.names([signed?.actor_id])
  return names.get(signed?.actor_id) ?? null
}
