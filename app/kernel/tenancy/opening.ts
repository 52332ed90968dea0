import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'

/** A transaction that begins with a tenant, and with a question whose answers are given to `work`. */
export function openFor<T>(
  tenantId: string,
  question: string | null,
  work: (trx: Trx, rows: any[]) => Promise<T>
): Promise<T> {
  // SET LOCAL, not set_config(): Citus hands only the former to its workers.
  const tenant = `set local app.tenant_id = '${tenantId}'`
  const opening = { statements: question ? [tenant, question] : [tenant], answers: [] as any[] }
  const open = (trx: Trx) => work(trx, opening.answers[1]?.rows ?? [])
  return db.connection('app').transaction(open, { opening } as object)
}
