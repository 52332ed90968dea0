import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'

/**
 * A transaction that begins with a tenant, and with a question whose answers are given to `work`;
 * without one, when something needs it to (`lib/patches/opening_when_needed.ts`).
 */
export function openFor<T>(
  tenantId: string,
  question: string | null,
  work: (trx: Trx, rows: any[]) => Promise<T>
): Promise<T> {
  // SET LOCAL, not set_config(): Citus hands only the former to its workers.
  const tenant = `set local app.tenant_id = '${tenantId}'`
  const statements = question ? [tenant, question] : [tenant]
  return openSaying(statements, (trx, answers) => work(trx, answers.at(-1)?.rows ?? []), !question)
}

/** A transaction that says all of `statements`, one at least, in the exchange that opens it. */
export function openSaying<T>(
  statements: string[],
  work: (trx: Trx, answers: { rows: any[] }[]) => Promise<T>,
  whenNeeded = false
): Promise<T> {
  const opening = { statements, answers: [] as { rows: any[] }[], whenNeeded }
  const open = (trx: Trx) => work(trx, opening.answers)
  return db.connection('app').transaction(open, { opening } as object)
}
