import { setTimeout as sleep } from 'node:timers/promises'
import { boot } from './support/application.js'
import { ace, ensureMigrated } from './support/database.js'
import { processorTime } from './support/processor_time.js'

const DATABASE = 'bench_queue'
const TENANTS = 20
/** QUEUE_JOBS by hand: 3 000 unless said. */
const JOBS = Number(process.env.QUEUE_JOBS ?? 3000)

/**
 * Jobs per second from the transaction that asks for them to their end, through the outbox and
 * BullMQ, on PostgreSQL or on Redis when REDIS_URL is set. Each job does nothing.
 */
export default async function queue(): Promise<Record<string, unknown>> {
  await ensureMigrated(DATABASE)
  ace(DATABASE, 'queue:prepare')
  const stop = await boot(DATABASE)
  try {
    return await measure()
  } finally {
    await stop()
  }
}

async function measure() {
  const { queue: config } = await import('#config/queue')
  const { defineJob } = await import('#kernel/jobs')
  const { startDispatching } = await import('#kernel/jobs/loop')
  const { openQueues } = await import('#kernel/jobs/queues')
  const { openWorkers } = await import('#kernel/jobs/workers')
  const { runJob } = await import('#kernel/jobs/runner')
  const { systemDb } = await import('#kernel/system')
  const { tenancy } = await import('#kernel/tenancy')
  let done = 0
  const nothing = defineJob<{ n: number }>({
    name: 'kernel.bench_nothing',
    async handle() {
      done++
    },
  })
  const tenants = await someTenants()
  await systemDb().from('kernel.outbox').delete()

  const asked = performance.now()
  for (const [index, tenantId] of tenants.entries()) {
    await tenancy.run(tenantId, async () => {
      for (let n = index; n < JOBS; n += TENANTS) await nothing.enqueue({ n })
    })
  }
  const askedSeconds = (performance.now() - asked) / 1000

  const queues = openQueues()
  const [started, before] = [performance.now(), processorTime()]
  const workers = openWorkers(runJob, () => undefined)
  const dispatching = startDispatching(queues)
  while (done < JOBS) await sleep(20)
  const seconds = (performance.now() - started) / 1000
  const after = processorTime()
  await dispatching.stop()
  await workers.close()
  await queues.close()
  return {
    engine: config.redisUrl ? 'Redis' : 'PostgreSQL',
    jobs: JOBS,
    tenants: TENANTS,
    enqueuedPerSecond: Math.round(JOBS / askedSeconds),
    donePerSecond: Math.round(JOBS / seconds),
    // Of this process and of the database when it is ours: what others load the machine with is not in it
    processorMsPerJob: {
      own: round2((after.own - before.own) / JOBS),
      database: round2((after.database - before.database) / JOBS),
    },
  }
}

async function someTenants(): Promise<string[]> {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { uuidv7 } = await import('#lib/values')
  const client = db.connection('app')
  for (let n = 0; n < TENANTS; n++) {
    await client.rawQuery(
      `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
       values (?, ?, ?, 'Commune de banc', 'commune', '035', '1', '31') on conflict do nothing`,
      [uuidv7(), `banc-${n}`, String(n).padStart(9, '0')]
    )
  }
  const rows = await client.from('kernel.tenants').select('id').limit(TENANTS)
  return rows.map(({ id }: { id: string }) => id)
}

const round2 = (value: number) => Math.round(value * 100) / 100
