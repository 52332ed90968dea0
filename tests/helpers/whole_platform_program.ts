/**
 * The platform as `npm start` opens it, for a test in a browser: says READY with its address and its
 * demonstration, and stops when the test closes our input, or dies.
 */
import { once } from 'node:events'
import { demoAccounts } from '../../bin/setup/demo_accounts.mjs'
import { startPlatform } from '../../bin/setup/platform.mjs'

const platform = await startPlatform({ quiet: true, foreground: false })
try {
  const url = platform.env.APP_URL
  console.log(`READY ${JSON.stringify({ url, demo: demoAccounts(platform.env) })}`)
  await once(process.stdin.resume(), 'end')
} finally {
  await platform.stop()
}
process.exit(0)
