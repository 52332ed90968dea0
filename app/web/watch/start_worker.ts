import logger from '@adonisjs/core/services/logger'
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
  const queues = openQueues()
  const workers = openWorkers(runJob, (error, silenced) =>
    logger.warn({ err: error, silenced }, 'the queue hesitates')
  )
  const dispatching = startDispatching(queues)
  const periodics = startPeriodics()
  const stopServices = await startWorkerServices()
  const stopMetrics = workerMetricsPort ? await serveMetrics(workerMetricsPort) : null
  // Said where somebody looks at three in the morning: nobody can sign without them.
  await trustAnchors().catch((error) => logger.error({ err: error }, 'no trust anchors'))
  workers.opened.then(() => logger.info('worker started'))
  return {
    async stop() {
      periodics.stop()
      await stopMetrics?.()
      await stopServices()
      await dispatching.stop()
      await workers.close()
      await queues.close()
    },
  }
}
