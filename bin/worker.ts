import { letYoungMemoryGrow } from './young_memory.js'
import { prettyPrintError } from '@adonisjs/core'
import { endWhileStarting, holdUntilKnown, ignitor } from './ignitor.js'

/** What still hangs then is at a dead queue's: its jobs are taken again by another worker. */
const PATIENCE_MS = 9_000

/** Runs the jobs, the periodic tasks and the listeners; keeps no state, run as many as wanted. */
async function work() {
  const app = ignitor().tap(endWhileStarting).tap(holdUntilKnown).createApp('web')
  await app.init()
  await app.boot()
  await app.start(async () => {
    const { startWorker } = await import('#web/watch/start_worker')
    const worker = await startWorker()
    letYoungMemoryGrow()
    app.terminating(() => {
      setTimeout(() => process.exit(0), PATIENCE_MS).unref()
      return worker.stop()
    })
  })
}

work().catch((error) => {
  prettyPrintError(error)
  process.exit(1)
})
