import logger from '@adonisjs/core/services/logger'
import './housekeeping.js'
import { startDispatching } from './loop.js'
import { startPeriodics, startWorkerServices } from './periodic.js'
import { openQueues, openWorkers } from './queues.js'
import { runJob } from './runner.js'

/** Everything that a worker process does. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const queues = openQueues()
  const workers = openWorkers(runJob, (error) => logger.warn({ err: error }, 'the queue hesitates'))
  const dispatching = startDispatching(queues)
  const periodics = startPeriodics()
  const stopServices = await startWorkerServices()
  logger.info('worker started')
  return {
    async stop() {
      periodics.stop()
      await stopServices()
      await dispatching.stop()
      await workers.close()
      await queues.close()
    },
  }
}
