import { jobNamed } from '#kernel/jobs/job'
import { systemDb } from '#kernel/system'
import { isUuid } from '#lib/values'
import { NotFound } from '#web/errors'
import { STATE, type JobState } from './job_states.js'

export interface JobLine {
  id: string
  name: string
  /** What it does, in French; its name when it was renamed since. */
  title: string
  state: JobState
  tenantId: string | null
  tenantName: string | null
  payload: object
  attempts: number
  maxAttempts: number
  runAt: Date
  endedAt: Date | null
  lastError: string | null
}

/** Beyond it a count is « plus de … »: counting a million waiting rows helps nobody. */
export const MOST_COUNTED = 20_000

/** The rows of the outbox with the member of each, in no order. */
export const allJobRows = () =>
  systemDb()
    .from('kernel.outbox')
    .joinRaw('left join kernel.tenants on tenants.id = outbox.tenant_id')
    .select('outbox.*', 'tenants.name as tenant_name')
    .select(systemDb().raw(`${STATE} as state`))

/** One job by its identifier; throws E_NOT_FOUND, also when it was done a month ago and forgotten. */
export async function jobOf(id: unknown): Promise<JobLine> {
  const row = isUuid(id) ? await allJobRows().where('outbox.id', id).first() : null
  if (!row) throw new NotFound()
  return jobLine(row)
}

export const jobLine = (row: any): JobLine => ({
  id: row.id,
  name: row.name,
  title: titleOf(row.name),
  state: row.state,
  tenantId: row.tenant_id,
  tenantName: row.tenant_name,
  payload: row.payload,
  attempts: row.attempts,
  maxAttempts: row.max_attempts,
  runAt: row.run_at,
  endedAt: row.done_at ?? row.failed_at,
  lastError: row.last_error,
})

/** What a job does, in French; its name when no job bears it any more. */
export const titleOf = (name: string): string => jobNamed(name)?.title ?? name

export interface JobKind {
  name: string
  title: string
  counts: Record<JobState, number>
  /** When the one that has waited longest should have begun. */
  oldest: Date | null
}

/** How many jobs of each kind are in each state; what is done is left out. */
export async function countJobs(): Promise<JobKind[]> {
  const unfinished = systemDb()
    .from('kernel.outbox')
    .whereRaw('outbox.done_at is null')
    .select('outbox.name', 'outbox.run_at')
    .select(systemDb().rawQuery(`${STATE} as state`))
    .limit(MOST_COUNTED)
  const rows = await systemDb()
    .from(unfinished.as('unfinished'))
    .groupBy('name', 'state')
    .select('name', 'state')
    .select(systemDb().rawQuery('count(*)::int as jobs, min(run_at) as oldest'))
  const kinds = new Map<string, JobKind>()
  for (const { name, state, jobs, oldest } of rows) {
    const kind = kinds.get(name) ?? {
      name,
      title: titleOf(name),
      counts: { failed: 0, retrying: 0, running: 0, waiting: 0, done: 0 },
      oldest: null,
    }
    kind.counts[state as JobState] = jobs
    if (state !== 'failed' && (!kind.oldest || oldest < kind.oldest)) kind.oldest = oldest
    kinds.set(name, kind)
  }
  return [...kinds.values()].sort(
    (a, b) => b.counts.failed - a.counts.failed || a.name.localeCompare(b.name)
  )
}
