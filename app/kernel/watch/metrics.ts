import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { measureSkew } from '#kernel/clock/skew'
import { systemDb } from '#kernel/system'
import { roomLeft } from '#kernel/watch/room_left'
import { stalledSince } from '#kernel/watch/stalled_jobs'

/** What Prometheus reads at /metrics. No label ever names a person. */
export const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'halle_' })

const requests = new Histogram({
  name: 'halle_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})
const jobs = new Histogram({
  name: 'halle_job_seconds',
  help: 'Time of a job, by outcome',
  labelNames: ['job', 'outcome'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
  registers: [registry],
})
export const damagedDocuments = new Counter({
  name: 'halle_documents_damaged_total',
  help: 'Readings of a document at rest that is lost, altered, or another one',
  registers: [registry],
})
export const outsideErrors = new Counter({
  name: 'halle_gateway_errors_total',
  help: 'Failed exchanges with the outside world',
  labelNames: ['gateway'],
  registers: [registry],
})
/** Asked of the base at each reading: whichever process is read tells it, worker or not. */
new Gauge({
  name: 'halle_outbox_jobs',
  help: 'Jobs of the outbox, by what they wait for',
  labelNames: ['state'],
  registers: [registry],
  // Every web process counts the same table.
  aggregator: 'max',
  async collect() {
    this.reset()
    for (const { state, jobs } of await outboxDepth()) this.set({ state }, jobs)
  },
})

/** Nothing when the base does not answer: the other measures are wanted all the more. */
async function outboxDepth(): Promise<{ state: string; jobs: number }[]> {
  try {
    const { rows } = await systemDb().rawQuery(
      `select case when failed_at is not null then 'failed' when dispatched_at is not null then 'running'
              else 'waiting' end as state, count(*)::int as jobs
       from kernel.outbox where done_at is null group by 1`
    )
    return rows
  } catch {
    return []
  }
}

new Gauge({
  name: 'halle_jobs_stalled',
  help: '1 when jobs wait and none has ended for two minutes',
  registers: [registry],
  aggregator: 'max',
  async collect() {
    this.set((await stalledSince().catch(() => null)) ? 1 : 0)
  },
})
new Gauge({
  name: 'halle_data_free_bytes',
  help: 'Bytes that files may still take',
  registers: [registry],
  aggregator: 'min',
  async collect() {
    this.set(await roomLeft().catch(() => 0))
  },
})
/** How far ahead of the base the clock of this process is: everything that we sign is dated. */
new Gauge({
  name: 'halle_clock_skew_seconds',
  help: 'Clock of this process ahead of that of the base',
  registers: [registry],
  aggregator: 'max',
  async collect() {
    this.reset()
    const skew = await measureSkew().catch(() => null)
    if (skew !== null) this.set(skew / 1000)
  },
})

export const openStreams = new Gauge({
  name: 'halle_live_streams',
  help: 'Open pages that are told what moves',
  registers: [registry],
})

/** Counts a request by its route, never its address, and how long it took in milliseconds. */
export const countRequest = (method: string, route: string, status: number, ms: number) =>
  requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000)

/** Counts the end of a job, and how long it took in milliseconds. */
export const countJob = (job: string, outcome: 'done' | 'failed', ms: number) =>
  jobs.observe({ job, outcome }, ms / 1000)
