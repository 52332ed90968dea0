import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import { driftOf, type ClockNote } from '../rules/clock_drift.js'
import { pieceOf, type PieceRow } from './pieces.js'
import Pli from './pli.js'

/** Whose pli, and of which member. */
export interface Deposit {
  tenantId: string
  personId: string
  pliId: string
}

/** What a deposit is judged against. */
export interface Held {
  pli: Pli
  consultation: Consultation
  pieces: PieceRow[]
  /** Those of the same company that it would take the place of. */
  former: Pli[]
  /** The instant that counts, by the clock of the base: all its rows are held. */
  receivedAt: DateTime
  /** What is to be said of the clock of this machine. */
  clockNote: ClockNote | null
}

/**
 * Opens the transaction of a deposit with its pli held, then asks the rest of what it is judged
 * against in one exchange: a row held by others is waited for, and read as they leave it. All who
 * deposit share the row of the hour, which nobody moves meanwhile; only two plis of one company wait
 * for each other, or both would be the last.
 * @throws E_PLI_MISSING
 */
export async function holdDeposit<T>(
  { tenantId, personId, pliId }: Deposit,
  work: (pli: Pli, rest: () => Promise<Omit<Held, 'pli'>>) => Promise<T>
): Promise<T> {
  if (!isUuid(pliId) || !isUuid(personId)) throw new PliMissing()
  const hers = `select * from procurement.plis
    where tenant_id = '${tenantId}' and id = '${pliId}' and person_id = '${personId}' for update`
  return tenancy.runAfter(tenantId, hers, (_context, [row]) => {
    if (!row) throw new PliMissing()
    const pli = Pli.$createFromAdapterResult(row)!
    return work(pli, () => restOf(pli))
  })
}

/** The texts bear identifiers of the base alone: several statements are sent together without bindings. */
async function restOf(pli: Pli): Promise<Omit<Held, 'pli'>> {
  const { tenantId, id, consultationId, establishmentId } = pli
  const before = clock.own().toMillis()
  const [, ...answers] = await tenancy.trx().rawQuery(`
    select pg_advisory_xact_lock(hashtextextended('plis of ${establishmentId} to ${consultationId}', 0));
    select * from procurement.consultations
      where tenant_id = '${tenantId}' and id = '${consultationId}' for share;
    select * from procurement.pli_pieces where tenant_id = '${tenantId}' and pli_id = '${id}';
    select * from procurement.plis
      where tenant_id = '${tenantId}' and consultation_id = '${consultationId}'
        and establishment_id = '${establishmentId}' and state = 'sealed' and id <> '${id}'
      order by id for update;
    select extract(epoch from clock_timestamp()) * 1000 as base`)
  const base = Number(answers.pop()!.rows[0].base)
  const [consultations, pieces, former] = answers.map(({ rows }: { rows: object[] }) => rows)
  return {
    consultation: Consultation.$createFromAdapterResult(consultations[0])!,
    pieces: pieces.map(pieceOf),
    former: former.map((row: object) => Pli.$createFromAdapterResult(row)!),
    // A part of a millisecond after the hour is after the hour
    receivedAt: clock.held() ?? DateTime.fromMillis(Math.ceil(base), { zone: 'utc' }),
    clockNote: driftOf(base, [before, clock.own().toMillis()]),
  }
}
