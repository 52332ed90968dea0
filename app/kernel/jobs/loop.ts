import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { queue as config } from '#config/queue'
import { listenTo } from '#kernel/listening'
import { handBack, overdueJobs, pickDueJobs } from './dispatcher.js'
import type { openQueues } from './queues.js'

const POLL_MS = 1000
const OVERDUE_SECONDS = 15
const BATCH = 200
/** Each hand-over costs the queue the same, whatever it carries: what comes meanwhile goes with the next. */
const GATHER_MS = 20

/** Hands jobs over from the outbox to the queues until `stop` is called. */
export function startDispatching(queues: ReturnType<typeof openQueues>) {
  let stopped = false
  let wake = () => {}
  let lastReconcile = 0
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  // Woken at each commit that brings a job, and by what was written while nobody listened; without
  // it the poll still finds the job.
  const listening = listenTo('halle_outbox', { onMessage: () => wake(), onOpen: () => wake() })

  async function turn() {
    const jobs = await pickDueJobs(BATCH, config.inFlightPerTenant)
    if (jobs.length > 0) await queues.add(jobs)
    if (Date.now() - lastReconcile > config.reconcileSeconds * 1000) {
      lastReconcile = Date.now()
      await reconcile(queues)
    }
    return jobs.length
  }

  const loop = (async () => {
    while (!stopped) {
      try {
        if ((await turn()) === 0) await pause()
        else await sleep(GATHER_MS)
      } catch (error) {
        logger.error({ err: error }, 'the dispatcher tries again in a second')
        await pause()
      }
    }
  })()

  return {
    async stop() {
      stopped = true
      wake()
      await loop
      await listening.stop()
    },
  }
}

/** What was handed over and that the queue does not know any more (a wiped Redis) is handed over again. */
async function reconcile(queues: ReturnType<typeof openQueues>) {
  for (const job of await overdueJobs(OVERDUE_SECONDS)) {
    if (!(await queues.knows(job))) await handBack(job)
  }
}
