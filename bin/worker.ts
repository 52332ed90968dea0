import { prettyPrintError } from '@adonisjs/core'
import { ignitor } from './ignitor.js'

/** Runs the jobs, the periodic tasks and the listeners; keeps no state, run as many as wanted. */
async function work() {
  const app = ignitor().createApp('web')
  await app.init()
  await app.boot()
  await app.start(async () => {
    const { startWorker } = await import('#kernel/jobs/start')
    const worker = await startWorker()
    app.terminating(() => worker.stop())
  })
}

work().catch((error) => {
  prettyPrintError(error)
  process.exit(1)
})
