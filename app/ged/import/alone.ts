import { systemDb } from '#kernel/system'
import { ImportRunning } from '../errors.js'

/** What a process that was killed a moment ago takes to be forgotten by the base. */
const LOCK_LIMIT = '5s'
/** Lock not available: PostgreSQL, appendix A. */
const LOCKED = '55P03'

/**
 * Works while nobody else imports the same: two at once would each file what the other has not
 * written yet. It is let go with the connection, so that a process that is killed holds nothing.
 * Outside any transaction of a tenant. @throws E_GED_IMPORT_RUNNING
 */
export async function alone<T>(
  batchId: string,
  source: string,
  work: () => Promise<T>
): Promise<T> {
  const held = await systemDb().transaction()
  try {
    await held.rawQuery(`set local lock_timeout = '${LOCK_LIMIT}'`)
    await held
      .rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`ged.import ${batchId}`])
      .catch((error) => {
        throw error.code === LOCKED ? new ImportRunning(source) : error
      })
    return await work()
  } finally {
    await held.rollback()
  }
}
