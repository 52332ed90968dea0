import logger from '@adonisjs/core/services/logger'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { traced } from '#kernel/watch/traces'
import { countJob } from '#kernel/watch/metrics'
import { GiveUp } from './give_up.js'
import { jobNamed } from './job.js'

interface OutboxRow {
  id: string
  tenant_id: string | null
  name: string
  payload: object
  attempts: number
  max_attempts: number
}

/** 2, 4, 8 … seconds, at most an hour: an outage of the ministry lasts hours, not seconds. */
export const backOff = (attempt: number): number => Math.min(3600, 2 ** attempt)

/** Runs one job of the outbox; says in its row what became of it. Never throws for the job's own error. */
export async function runJob(id: string): Promise<void> {
  const { rows } = await systemDb().rawQuery(
    `update kernel.outbox set attempts = attempts + 1 where id = ? and done_at is null and failed_at is null
     returning id, tenant_id, name, payload, attempts, max_attempts`,
    [id]
  )
  const row: OutboxRow | undefined = rows[0]
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

async function recordFailure(row: OutboxRow, error: unknown) {
  const message = String(error instanceof Error ? error.message : error).slice(0, 2000)
  if (error instanceof GiveUp || row.attempts >= row.max_attempts) {
    await systemDb().rawQuery(
      'update kernel.outbox set failed_at = now(), last_error = ? where id = ?',
      [message, row.id]
    )
    return
  }
  const runAt = clock
    .now()
    .plus({ seconds: backOff(row.attempts) })
    .toJSDate()
  await systemDb().rawQuery(
    'update kernel.outbox set dispatched_at = null, run_at = ?, last_error = ? where id = ?',
    [runAt, message, row.id]
  )
}
