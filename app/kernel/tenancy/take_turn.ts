import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'

/**
 * Waits for whoever does the same thing in another transaction, and makes the next one wait until this
 * one ends: of two that come together, the second sees what the first wrote. `what` names it among
 * all the things of the platform.
 */
export async function takeTurn(trx: Trx, what: string): Promise<void> {
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [what])
}
