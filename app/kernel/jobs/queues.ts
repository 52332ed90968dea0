import { createPostgresBackend, Queue, Worker, type ConnectionOptions } from 'bullmq'
import { queue as config } from '#config/queue'
import { QUEUES } from './job.js'
import type { Dispatched } from './dispatcher.js'

type Name = (typeof QUEUES)[number]

/** The same BullMQ, on Redis when a URL is given and on PostgreSQL otherwise. */
function backend(redisUrl?: string): {
  connection: ConnectionOptions
  factory: typeof createPostgresBackend | undefined
} {
  if (redisUrl) {
    return { connection: { url: redisUrl, maxRetriesPerRequest: null }, factory: undefined }
  }
  const connection = { connectionString: config.databaseUrl, max: 6, schema: config.schema }
  return { connection: connection as unknown as ConnectionOptions, factory: createPostgresBackend }
}

const nameOf = ({ id, handover }: Dispatched) => `${id}-${handover}`

/** Opens the queues on the side that hands over. */
export function openQueues(redisUrl = config.redisUrl) {
  const queues = new Map<Name, Queue>()
  for (const name of QUEUES) {
    const { connection, factory } = backend(redisUrl)
    const queue = new Queue(name, { connection }, factory as never)
    queue.on('error', () => undefined) // the dispatcher sees it when it adds, and tries again
    queues.set(name, queue)
  }
  return {
    /** A job id names one hand-over: a retry is another job for the queue, the same row for us. */
    async add(jobs: Dispatched[]) {
      for (const name of QUEUES) {
        const mine = jobs.filter((job) => job.queue === name)
        if (mine.length === 0) continue
        await queues.get(name)!.addBulk(
          mine.map((job) => ({
            name: job.name,
            data: { id: job.id, handover: job.handover },
            opts: {
              jobId: nameOf(job),
              priority: job.priority,
              removeOnComplete: true,
              removeOnFail: true,
              attempts: 1,
            },
          }))
        )
      }
    },
    async knows(job: Dispatched) {
      return Boolean(await queues.get(job.queue as Name)!.getJob(nameOf(job)))
    },
    counts: () =>
      Promise.all(
        QUEUES.map(async (name) => ({ name, ...(await queues.get(name)!.getJobCounts()) }))
      ),
    close: () => Promise.all([...queues.values()].map((queue) => queue.close())),
  }
}

/** Opens the workers; a job whose worker was killed is run again by another. */
export function openWorkers(
  run: (id: string, handover: string) => Promise<void>,
  onError: (error: Error) => void,
  redisUrl = config.redisUrl
) {
  const workers = QUEUES.map((name) => {
    const { connection, factory } = backend(redisUrl)
    const worker = new Worker(
      name,
      async (job) => run(job.data.id, job.data.handover),
      {
        connection,
        concurrency: name === 'heavy' ? 2 : config.concurrency,
        lockDuration: 10_000,
        stalledInterval: 5_000,
        maxStalledCount: 1_000,
      },
      factory as never
    )
    worker.on('error', onError)
    return worker
  })
  return { close: () => Promise.all(workers.map((worker) => worker.close())) }
}
