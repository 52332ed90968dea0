/** `npm run demo:accounts [-- --json]`: who one may be in the demonstration. Starts nothing. */
import { demoAccounts, readDemoAccounts } from './setup/demo_accounts.mjs'

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(demoAccounts(process.env), null, 2))
} else {
  console.log(demoAccounts(process.env).address)
  for (const line of readDemoAccounts(process.env)) console.log(line)
}
