import { tenancy } from '#kernel/tenancy'
import Consultation from '../drafting/consultation.js'
import { refusalOfLastKey } from '../last_key/last_key.js'
import type Pli from './pli.js'

const SHOWN = 5

/** How many pieces came of plis of hers that she never deposited: to have sent is not to have answered. */
export async function unfinishedOf(consultationId: string, personId: string): Promise<number> {
  const row = await tenancy
    .trx()
    .from('procurement.pli_pieces as pieces')
    .join('procurement.plis as plis', (join) =>
      join.on('plis.tenant_id', 'pieces.tenant_id').andOn('plis.id', 'pieces.pli_id')
    )
    .where({
      'pieces.tenant_id': tenancy.tenantId(),
      'plis.consultation_id': consultationId,
      'plis.person_id': personId,
      'plis.state': 'draft',
    })
    .count('* as count')
    .first()
  return Number(row.count)
}

/**
 * Other consultations of the same buyer that close at the same hour: an answer put in the wrong drawer
 * stays there, and the buyer may not move it (CE 01/06/2023, n° 469127).
 */
export async function twinsOf({ id, deadline }: Consultation) {
  const others = () =>
    Consultation.query()
      .where('state', 'online')
      .where('deadline', deadline.toJSDate())
      .whereNot('id', id)
  const twins = await others().orderBy('reference').limit(SHOWN)
  const [{ $extras: counted }] = await others().count('* as total')
  return { twins, moreTwins: Number(counted.total) - twins.length }
}

/** The plis that her own key may open now, by their identifiers. */
export async function lastKeysOf(plis: Pli[], consultation: Consultation): Promise<string[]> {
  const may = []
  for (const pli of plis) if ((await refusalOfLastKey(pli, consultation)) === null) may.push(pli.id)
  return may
}
