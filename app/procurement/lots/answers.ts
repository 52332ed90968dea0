import type { Manifest } from '#lib/sealing'
import { tenancy } from '#kernel/tenancy'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import Lot from './lot.js'

/** What counts of what was received: in time, neither replaced nor withdrawn, whether it opens or not. */
const COUNTED = ['sealed', 'opened', 'unreadable', 'set_aside', 'retained', 'rejected']

/** The envelopes of a pli that was deposited. */
export const envelopesIn = ({ manifest }: Pli): string[] =>
  manifest ? (JSON.parse(manifest) as Manifest).envelopes.map(({ name }) => name) : []

/** Who answers, without what makes a pli heavy. */
const LIGHT = ['id', 'state', 'siret', 'company', 'candidature', 'envelopes']

/** A lot, and who answers it: nothing is read of a pli but what says who. */
export interface AnsweredLot {
  lot: Lot
  plis: Pli[]
}

/**
 * The plis received in time that answer each lot, the first received first; only asked once the hour has
 * passed. One question for all, however many they are: what a procès-verbal tells is whole.
 */
export async function answersOf(consultation: Consultation): Promise<AnsweredLot[]> {
  consultation.mustBePastTheHour()
  const lots = await Lot.of(consultation.id)
  if (lots.length === 0) return []
  const received = await Pli.query()
    .select(...LIGHT)
    .where('consultationId', consultation.id)
    .whereIn('state', COUNTED)
    .whereNotNull('manifest')
    .orderBy('receivedAt')
    .orderBy('id')
  const named = lots.map((lot) => ({ lot, plis: [] as Pli[] }))
  const byEnvelope = new Map(named.map(({ lot, plis }) => [lot.envelope, plis]))
  for (const pli of received)
    for (const name of pli.envelopes ?? []) byEnvelope.get(name)?.push(pli)
  return named
}

/** How many plis received in time answer each lot, by its envelope; once the hour has passed. */
export async function countAnswers(consultation: Consultation): Promise<Map<string, number>> {
  consultation.mustBePastTheHour()
  const { rows } = await tenancy.trx().rawQuery(
    `select name, count(*)::integer as plis
     from procurement.plis, jsonb_array_elements_text(envelopes) as name
     where tenant_id = ? and consultation_id = ? and state = any(?)
     group by name`,
    [tenancy.tenantId(), consultation.id, COUNTED]
  )
  return new Map(rows.map((row: { name: string; plis: number }) => [row.name, row.plis]))
}

/** The opened plis that answer a lot, the first received first; no other is read. */
export const openedFor = ({ id }: Consultation, { envelope }: Lot): Promise<Pli[]> =>
  Pli.query()
    .where('consultationId', id)
    .whereIn('state', ['opened', 'retained', 'rejected'])
    .whereRaw('envelopes @> ?::jsonb', [JSON.stringify([envelope])])
    .orderBy('receivedAt')
    .exec()
