import { tenancy } from '#kernel/tenancy'

/**
 * A file of the store is written under this lock, taken before its first byte and kept until the
 * row that names it is committed: who removes what nothing names asks for the lock first.
 */
export const storingLock = 'hashtextextended(?, 0)'
/** What the lock of a file is called. */
export const lockNameOf = (storageKey: string): string => `storing ${storageKey}`

/** Whether a file is not being stored; it stays so until the end of the transaction in context. */
export async function isStill(storageKey: string): Promise<boolean> {
  const { rows } = await tenancy
    .trx()
    .rawQuery(`select pg_try_advisory_xact_lock(${storingLock}) as "isStill"`, [
      lockNameOf(storageKey),
    ])
  return rows[0].isStill
}
