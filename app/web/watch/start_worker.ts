import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import router from '@adonisjs/core/services/router'
import { queue } from '#config/queue'
import { isHeldIn, untilKnown } from '#web/rehearsal/state'
import { workerMetricsPort } from '#config/app'
import { trustAnchors } from '#kernel/trust'
import { serveMetrics } from '#web/watch/metrics_server'
import '#kernel/jobs/housekeeping'
import { startDispatching } from '#kernel/jobs/loop'
import { startPeriodics, startWorkerServices } from '#kernel/jobs/periodic'
import { openQueues } from '#kernel/jobs/queues'
import { runJob } from '#kernel/jobs/runner'
import { openWorkers } from '#kernel/jobs/workers'

/** Everything that a worker process does. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  // No page is served here, but jobs say where things are: their routes must be known by name.
  router.commit()
  // The Redis of the settings may be that of the real platform, with its jobs.
  if (queue.redisUrl) await untilKnown(() => app.isTerminating)
  const redisUrl = isHeldIn() ? '' : queue.redisUrl
  const queues = openQueues(redisUrl)
  const hesitate = (error: Error, silenced: number) =>
    logger.warn({ err: error, silenced }, 'the queue hesitates')
  const workers = openWorkers(runJob, hesitate, redisUrl)
  const dispatching = startDispatching(queues)
  const periodics = startPeriodics()
  // A copy listens to no mail; which it is, the base says.
  const services = untilKnown(() => app.isTerminating).then(() =>
    isHeldIn() ? null : startWorkerServices()
  )
  const stopMetrics = workerMetricsPort ? await serveMetrics(workerMetricsPort) : null
  // Said where somebody looks at three in the morning: nobody can sign without them.
  await trustAnchors().catch((error) => logger.error({ err: error }, 'no trust anchors'))
  workers.opened.then(() => logger.info('worker started'))
  return {
    async stop() {
      periodics.stop()
      await stopMetrics?.()
      await (
        await services
      )?.()
      await dispatching.stop()
      await workers.close()
      await queues.close()
    },
  }
}
