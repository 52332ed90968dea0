import { tenants } from '#kernel/tenant'
import type Consultation from '../drafting/consultation.js'
import type Pli from './pli.js'
import type { Receipt } from './pli.js'

/** What a depositor keeps of a pli, in the tenant in context. */
export async function receiptOf(
  pli: Pli,
  consultation: Consultation,
  { digest, late, receivedAt, clock }: Pick<Receipt, 'digest' | 'late' | 'receivedAt' | 'clock'>
): Promise<Receipt> {
  const { name } = await tenants.current()
  return {
    pli: pli.id,
    digest,
    tender: { id: consultation.id, title: consultation.title },
    buyer: name,
    depositor: `${pli.company} (${pli.siret}), ${pli.depositor}`,
    receivedAt,
    startedAt: pli.startedAt.toUTC().toISO()!,
    deadline: consultation.deadline.toUTC().toISO()!,
    late,
    trousseau: consultation.fingerprint!,
    ...(clock && { clock }),
  }
}
