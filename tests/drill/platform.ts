/**
 * The platform as `npm start` opens it, for a drill: says READY with what it is made of, and lives
 * until it is stopped by the end of its input, or killed.
 */
import { once } from 'node:events'
import { startPlatform } from '../../bin/setup/platform.mjs'

const platform = await startPlatform({ quiet: true, foreground: false })
try {
  console.log(`READY ${JSON.stringify({ env: platform.env, postgres: platform.postgresPid() })}`)
  await once(process.stdin.resume(), 'end')
} finally {
  await platform.stop()
}
process.exit(0)
