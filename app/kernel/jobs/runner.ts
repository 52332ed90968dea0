import logger from '@adonisjs/core/services/logger'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { traced } from '#lib/watch/traces'
import { countJob } from '#lib/watch/metrics'
import { beginJob, type Begun, endJob } from './begin.js'
import { GiveUp, reasonOf } from '#lib/jobs/give_up'
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
    await endJob(id)
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
    const isTold = await tellGiveUp(row, error)
    // The base may be away: what could not be told is tried again, with the job itself.
    if (!isTold && row.attempts < row.max_attempts + SUDDEN_ENDS) return tryLater(row, message)
    await systemDb().rawQuery(
      `update kernel.outbox set failed_at = now(), last_error = ?
       where id = ? and attempts = ? and done_at is null`,
      [message, row.id, row.attempts]
    )
    return
  }
  await tryLater(row, message)
}

/** Leaves the job's object in a state that says so, with somebody called; false when it cannot. */
async function tellGiveUp(row: Begun, error: unknown): Promise<boolean> {
  const plan = jobNamed(row.name)?.onGiveUp
  if (typeof plan !== 'function') return true
  const { name, payload, tenant_id: tenantId } = row
  try {
    const about = { tenantId: tenantId!, name, payload, reason: reasonOf(error), error }
    await tenancy.outside(() => plan(payload, about))
    return true
  } catch (failure) {
    logger.error({ err: failure, job: name, jobId: row.id }, 'a job gave up, and nobody was told')
    return false
  }
}

async function tryLater(row: Begun, message: string): Promise<void> {
  // By the clock of the base, which the dispatcher reads: those of the workers may differ.
  await systemDb().rawQuery(
    `update kernel.outbox set dispatched_at = null, last_error = ?,
       run_at = now() + make_interval(secs => ?)
     where id = ? and attempts = ? and done_at is null`,
    [message, backOff(row.attempts), row.id, row.attempts]
  )
}
