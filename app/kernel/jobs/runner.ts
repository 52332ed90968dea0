import logger from '@adonisjs/core/services/logger'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { traced } from '#kernel/watch/traces'
import { countJob } from '#kernel/watch/metrics'
import { beginJob, type Begun } from './dispatcher.js'
import { GiveUp } from './give_up.js'
import { jobNamed } from './job.js'

/** How often a worker may die under a job, besides its attempts, before the job is thought guilty. */
const SUDDEN_ENDS = 20

/** 2, 4, 8 … seconds, at most an hour: an outage of the ministry lasts hours, not seconds. */
export const backOff = (attempt: number): number => Math.min(3600, 2 ** attempt)

/** Runs one job of the outbox; says in its row what became of it. Never throws for the job's own error. */
export async function runJob(id: string, handover?: string): Promise<void> {
  const row = await beginJob(id, handover)
  if (!row) return // done already: a queue may hand the same job over twice
  const log = logger.child({
    job: row.name,
    jobId: row.id,
    tenantId: row.tenant_id,
    attempt: row.attempts,
  })
  const startedAt = performance.now()
  try {
    const definition = jobNamed(row.name)
    if (!definition) throw new GiveUp(`No job is named ${row.name}`)
    if (row.attempts > row.max_attempts + SUDDEN_ENDS) {
      throw new GiveUp(`Le programme s’est arrêté ${SUDDEN_ENDS} fois pendant cette tâche.`)
    }
    const context = {
      tenantId: row.tenant_id!,
      attempt: row.attempts,
      lastAttempt: row.attempts >= row.max_attempts,
      logger: log,
    }
    await traced(`job ${row.name}`, () =>
      tenancy.outside(() => definition.handle(row.payload, context))
    )
    await systemDb().rawQuery(
      'update kernel.outbox set done_at = now(), last_error = null where id = ?',
      [id]
    )
    countJob(row.name, 'done', performance.now() - startedAt)
  } catch (error) {
    await recordFailure(row, error)
    countJob(row.name, 'failed', performance.now() - startedAt)
    log.error({ err: error }, 'job failed')
  }
}

/** Of the attempt under way only: a worker that was thought dead does not speak for the next one. */
async function recordFailure(row: Begun, error: unknown) {
  // PostgreSQL keeps no NUL: the failure to write a failure would try the job again without a pause.
  const said = String(error instanceof Error ? error.message : error).replaceAll('\0', '')
  const message = said.slice(0, 2000)
  if (error instanceof GiveUp || row.attempts >= row.max_attempts) {
    await systemDb().rawQuery(
      `update kernel.outbox set failed_at = now(), last_error = ?
       where id = ? and attempts = ? and done_at is null`,
      [message, row.id, row.attempts]
    )
    return
  }
  // By the clock of the base, which the dispatcher reads: those of the workers may differ.
  await systemDb().rawQuery(
    `update kernel.outbox set dispatched_at = null, last_error = ?,
       run_at = now() + make_interval(secs => ?)
     where id = ? and attempts = ? and done_at is null`,
    [message, backOff(row.attempts), row.id, row.attempts]
  )
}
