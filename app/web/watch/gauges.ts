import { Gauge } from 'prom-client'
import { measureSkew } from '#kernel/clock/skew'
import { systemDb } from '#kernel/system'
import { registry } from '#lib/watch/metrics'
import { roomLeft } from './room_left.js'
import { stalledSince } from './stalled_jobs.js'

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
