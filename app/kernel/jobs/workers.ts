import { Worker } from 'bullmq'
import { queue as config } from '#config/queue'
import { calmly } from '#lib/calm_log'
import { heardWhileRunning, type QueueWorker } from '#lib/jobs/ended_meanwhile'
import { keepWorker } from '#lib/jobs/kept_worker'
import { QUEUES } from './job.js'
import { queueBackend, untilQueueAnswers } from './queue_backend.js'

type Run = (id: string, handover: string) => Promise<void>

function openWorker(name: (typeof QUEUES)[number], run: Run, redisUrl?: string): QueueWorker {
  const { connection, factory } = queueBackend(redisUrl)
  const running = new Set<string>()
  const worker = new Worker(
    name,
    async (job) => {
      running.add(job.id!)
      await run(job.data.id, job.data.handover).finally(() => running.delete(job.id!))
    },
    {
      connection,
      concurrency: config.concurrency[name],
      lockDuration: config.lockSeconds * 1000,
      stalledInterval: config.lockSeconds * 500,
      maxStalledCount: 1_000,
    },
    factory as never
  )
  return heardWhileRunning(worker, (id) => running.has(id))
}

/**
 * Opens the workers once their queue answers, and again each time it was lost; a job whose worker
 * was killed is run again by another. `onError` hears one error in ten seconds.
 */
export function openWorkers(
  run: Run,
  onError: (error: Error, silenced: number) => void,
  redisUrl = config.redisUrl
) {
  const hesitate = calmly(onError)
  let stopped = false
  const untilReady = () =>
    untilQueueAnswers(redisUrl, { onRefusal: hesitate, stopped: () => stopped })
  const opening = untilReady().then(() =>
    stopped
      ? []
      : QUEUES.map((name) =>
          keepWorker({ open: () => openWorker(name, run, redisUrl), untilReady, onError: hesitate })
        )
  )
  return {
    opened: opening,
    async close() {
      stopped = true
      await Promise.all((await opening).map((worker) => worker.close()))
    },
  }
}
