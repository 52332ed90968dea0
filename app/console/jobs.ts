import { systemDb } from '#kernel/system'
import { isUuid } from '#lib/values'

export const JOB_STATES = ['failed', 'retrying', 'running', 'waiting', 'done'] as const
export type JobState = (typeof JOB_STATES)[number]

export interface JobLine {
  id: string
  name: string
  queue: string
  state: JobState
  tenantId: string | null
  tenantName: string | null
  payload: object
  attempts: number
  maxAttempts: number
  runAt: Date
  createdAt: Date
  endedAt: Date | null
  lastError: string | null
}

export interface JobFilter {
  state?: JobState
  name?: string
  tenantId?: string
}

const STATE = `case
  when outbox.done_at is not null then 'done'
  when outbox.failed_at is not null then 'failed'
  when outbox.dispatched_at is not null then 'running'
  when outbox.last_error is not null then 'retrying'
  else 'waiting' end`
const PAGE = 40
/** Beyond it a count is « plus de … »: counting a million waiting rows helps nobody. */
export const MOST_COUNTED = 20_000

const CONDITIONS: Record<JobState, string> = {
  done: 'outbox.done_at is not null',
  failed: 'outbox.failed_at is not null',
  running:
    'outbox.dispatched_at is not null and outbox.done_at is null and outbox.failed_at is null',
  retrying:
    'outbox.dispatched_at is null and outbox.done_at is null and outbox.failed_at is null and outbox.last_error is not null',
  waiting:
    'outbox.dispatched_at is null and outbox.done_at is null and outbox.failed_at is null and outbox.last_error is null',
}

function filtered({ state, name, tenantId }: JobFilter) {
  const query = systemDb().from('kernel.outbox')
  if (state) query.whereRaw(CONDITIONS[state])
  else query.whereRaw('outbox.done_at is null')
  if (name) query.where('outbox.name', name)
  if (tenantId && isUuid(tenantId)) query.where('outbox.tenant_id', tenantId)
  return query
}

/** The latest jobs of a filter: by default all that are not done. */
export async function listJobs(filter: JobFilter): Promise<JobLine[]> {
  const rows = await filtered(filter)
    .joinRaw('left join kernel.tenants on tenants.id = outbox.tenant_id')
    .orderByRaw('outbox.failed_at is null, coalesce(outbox.failed_at, outbox.run_at) desc')
    .limit(PAGE)
    .select('outbox.*', 'tenants.name as tenant_name')
    .select(systemDb().rawQuery(`${STATE} as state`))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    queue: row.queue,
    state: row.state,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    payload: row.payload,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    runAt: row.run_at,
    createdAt: row.created_at,
    endedAt: row.done_at ?? row.failed_at,
    lastError: row.last_error,
  }))
}

export interface JobKind {
  name: string
  counts: Record<JobState, number>
  /** When the one that has waited longest should have begun. */
  oldest: Date | null
}

/** How many jobs of each kind are in each state; what is done is left out. */
export async function countJobs(filter: JobFilter): Promise<JobKind[]> {
  const unfinished = filtered({ tenantId: filter.tenantId })
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
