import logger from '@adonisjs/core/services/logger'
import { workerMetricsPort } from '#config/app'
import { trustAnchors } from '#kernel/trust'
import { serveMetrics } from '#kernel/watch/metrics_server'
import './housekeeping.js'
import { startDispatching } from './loop.js'
import { startPeriodics, startWorkerServices } from './periodic.js'
import { openQueues } from './queues.js'
import { runJob } from './runner.js'
import { openWorkers } from './workers.js'

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
