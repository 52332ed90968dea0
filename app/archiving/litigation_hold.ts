import type { Actor } from '#kernel/actor'
import ArchiveHold from './models/archive_hold.js'
import Deposit from './models/deposit.js'
import { DepositMissing } from './errors.js'

interface Origin {
  capability: string
  id: string
}

const depositFrom = ({ capability, id }: Origin) =>
  Deposit.query().where({ originCapability: capability, originId: id }).first()

/** True while something of the tenant in context may not be eliminated from the archives. */
export async function isHeld(origin: Origin): Promise<boolean> {
  const deposit = await depositFrom(origin)
  return deposit !== null && (await ArchiveHold.standing(deposit.id)).length > 0
}

/**
 * Keeps what was deposited from elimination until somebody lifts the hold, in the transaction in
 * context; twice for one reason changes nothing. @throws E_ARCHIVING_DEPOSIT_MISSING
 */
export async function hold(
  origin: Origin,
  by: Actor,
  { owner, reason }: { owner: string; reason: string }
): Promise<void> {
  const deposit = await depositFrom(origin)
  if (!deposit) throw new DepositMissing()
  const standing = await ArchiveHold.standing(deposit.id)
  if (standing.some((one) => one.reason === reason)) return
  await ArchiveHold.place(deposit, by, { owner, reason, endsOn: null })
}
