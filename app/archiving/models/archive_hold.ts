import { DateTime } from 'luxon'
import { ArchiveHoldSchema } from '#database/schema/archiving'
import { clock } from '#kernel/clock'
import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import type { LocalDate } from '#lib/values'
import { HoldNotStanding } from '../errors.js'
import type Deposit from './deposit.js'

/** A gel: as long as it stands, what was deposited can neither be eliminated nor leave. */
export default class ArchiveHold extends TenantModel(ArchiveHoldSchema) {
  static table = 'archiving.archive_holds'

  /** Those that stand, newest first. */
  static standing(depositId: string): Promise<ArchiveHold[]> {
    return ArchiveHold.query()
      .where('depositId', depositId)
      .whereNull('liftedAt')
      .orderBy('id', 'desc')
  }

  /** Freezes a deposit, in the transaction in context; the reason stays out of the journal. */
  static async place(
    deposit: Deposit,
    by: Actor,
    hold: { owner: string; reason: string; endsOn: LocalDate | null }
  ): Promise<void> {
    const endsOn = hold.endsOn && DateTime.fromISO(String(hold.endsOn), { zone: 'utc' })
    const placed = await ArchiveHold.create({ depositId: deposit.id, ...hold, endsOn })
    await journal.append({
      type: 'archiving.deposit_held',
      subject: deposit.ref,
      actor: by,
      data: { hold: placed.id, endsOn: hold.endsOn && String(hold.endsOn) },
    })
  }

  /** A hold that stands on that deposit, locked. @throws E_ARCHIVING_HOLD_NOT_STANDING */
  static async hold(deposit: Deposit, id: string): Promise<ArchiveHold> {
    const hold = await this.query()
      .where({ id, depositId: deposit.id })
      .whereNull('liftedAt')
      .forUpdate()
      .first()
    if (!hold) throw new HoldNotStanding()
    return hold
  }

  async lift(deposit: Deposit, by: Actor): Promise<void> {
    this.liftedAt = clock.now()
    await this.save()
    await journal.append({
      type: 'archiving.deposit_released',
      subject: deposit.ref,
      actor: by,
      data: { hold: this.id },
    })
  }
}
