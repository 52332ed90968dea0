/** Runs one job of the outbox and ends, as a worker would that has no other: what the suite kills. */
import { ignitor } from '../../bin/ignitor.js'

const app = ignitor().createApp('web')
await app.init()
await app.boot()
await app.start(async () => {
  const { runJob } = await import('#kernel/jobs/runner')
  await runJob(process.argv[2])
})
process.exit(0)
