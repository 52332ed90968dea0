import type { DateTime } from 'luxon'
import { AttestationSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import type Consultation from '../drafting/consultation.js'
import { AttestationMissing } from '../dialogue_errors.js'
import { measureOf, type Measure } from '../rules/availability.js'
import { sightOf, type OutsideSight } from '../outside/sight.js'
import DepositFault from './deposit_fault.js'
import { looksIn } from './look.js'

/** What the platform was, of one consultation, in an interval that a buyer chose. */
export default class Attestation extends TenantModel(AttestationSchema) {
  static table = 'procurement.attestations'

  /** One of a consultation. @throws E_ATTESTATION_MISSING */
  static async of(consultationId: string, id: string): Promise<Attestation> {
    const found = isUuid(id) ? await this.query().where({ id, consultationId }).first() : null
    if (!found) throw new AttestationMissing()
    return found
  }

  get ref() {
    return { capability: 'procurement', type: 'attestation', id: this.id }
  }
}

/** An attempt to deposit, of nobody. */
export interface Attempt {
  startedAt: Date
  pieces: number
  lastPieceAt: Date | null
  receivedAt: Date | null
}

/** All that is known of an interval. */
export interface Evidence {
  measure: Measure
  /** Null where nobody looked from elsewhere. */
  outside: OutsideSight | null
  faults: { at: Date; gesture: string; status: number }[]
  /** Null before the hour: their number would tell how many answer. */
  attempts: Attempt[] | null
}

/** All that is known of an interval of a consultation, in the tenant in context: what proves is whole. */
export async function evidenceOf(
  consultation: Consultation,
  from: DateTime,
  to: DateTime
): Promise<Evidence> {
  const { id: consultationId, isPastTheHour } = consultation
  const interval = { from: from.toMillis(), to: Math.min(to.toMillis(), clock.now().toMillis()) }
  const faults = await DepositFault.query()
    .where({ consultationId })
    .whereBetween('at', [from.toJSDate(), to.toJSDate()])
    .orderBy('at')
  const looks = await looksIn(interval)
  return {
    measure: measureOf(interval, looks),
    outside: await sightOf(interval, looks),
    faults: faults.map(({ at, gesture, status }) => ({ at: at.toJSDate(), gesture, status })),
    attempts: isPastTheHour ? await attemptsIn(consultationId, from, to) : null,
  }
}

/** Each sending that began or went on in the interval: when it began, its pieces, when it ended. */
async function attemptsIn(
  consultationId: string,
  from: DateTime,
  to: DateTime
): Promise<Attempt[]> {
  const tenantId = tenancy.tenantId()
  const { rows } = await tenancy.trx().rawQuery(
    `select plis.started_at, plis.received_at, count(pieces.sha256)::integer as pieces,
       max(pieces.at) as last_piece_at
     from procurement.plis
     left join procurement.pli_pieces pieces
       on pieces.tenant_id = plis.tenant_id and pieces.pli_id = plis.id
     where plis.tenant_id = ? and plis.consultation_id = ? and plis.started_at <= ?
       and coalesce(plis.received_at, plis.started_at) >= ?
     group by plis.id, plis.started_at, plis.received_at
     order by plis.started_at`,
    [tenantId, consultationId, to.toJSDate(), from.toJSDate()]
  )
  return rows.map((row: any) => ({
    startedAt: row.started_at,
    pieces: row.pieces,
    lastPieceAt: row.last_piece_at,
    receivedAt: row.received_at,
  }))
}
