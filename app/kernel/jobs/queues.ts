import { Queue } from 'bullmq'
import { queue as config } from '#config/queue'
import type { Dispatched } from './hand_over.js'
import { QUEUES } from './job.js'
import { queueBackend } from './queue_backend.js'

type Name = (typeof QUEUES)[number]

/** A job id names one hand-over: a retry is another job for the queue, the same row for us. */
const nameOf = ({ id, handover }: Dispatched) => `${id}-${handover}`

const entryOf = (job: Dispatched) => ({
  name: job.name,
  data: { id: job.id, handover: job.handover },
  opts: {
    jobId: nameOf(job),
    priority: job.priority,
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 1,
  },
})

/** Opens the queues on the side that hands over. */
export function openQueues(redisUrl = config.redisUrl) {
  const queues = new Map<Name, Queue>()

  function opened(name: Name): Queue {
    const known = queues.get(name)
    if (known) return known
    const { connection, factory } = queueBackend(redisUrl)
    const queue = new Queue(name, { connection }, factory as never)
    queue.on('error', () => undefined) // the dispatcher sees it when it adds, and tries again
    queues.set(name, queue)
    return queue
  }

  /** A queue that fails once may keep that failure for ever: the next question opens another. */
  async function ask<T>(name: Name, question: (queue: Queue) => Promise<T>): Promise<T> {
    const queue = opened(name)
    try {
      return await question(queue)
    } catch (error) {
      if (queues.get(name) === queue) queues.delete(name)
      queue.disconnect().catch(() => undefined)
      throw error
    }
  }

  return {
    async add(jobs: Dispatched[]) {
      for (const name of QUEUES) {
        const mine = jobs.filter((job) => job.queue === name)
        if (mine.length > 0) await ask(name, (queue) => queue.addBulk(mine.map(entryOf)))
      }
    },
    knows: async (job: Dispatched) =>
      Boolean(await ask(job.queue as Name, (queue) => queue.getJob(nameOf(job)))),
    counts: () =>
      Promise.all(
        QUEUES.map(async (name) => ({
          name,
          ...(await ask(name, (queue) => queue.getJobCounts())),
        }))
      ),
    close: () => Promise.all([...queues.values()].map((queue) => queue.close())),
  }
}
