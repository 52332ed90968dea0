import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { demoAccounts } from '../../bin/setup/demo_accounts.mjs'
import { untilTheEnd } from '#tests/helpers/simulators'
import { BY_OUR_LOADER, fromTheRunner } from '#tests/helpers/our_programs'

export interface WholePlatform {
  url: string
  demo: ReturnType<typeof demoAccounts>
}

let open: Promise<WholePlatform> | undefined

/** Nothing of the test's own base or ports: the platform makes its own, as `npm start` does. */
const bareEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: process.env.LANG,
  DATA_DIR: dataDir,
  ...fromTheRunner(),
})

/**
 * The production build with its web, worker, simulators and PostgreSQL in processes of their own, on
 * a new demonstration; once for a test run. It ends with the tests, however they end.
 */
export function wholePlatform(): Promise<WholePlatform> {
  open ??= start()
  return open
}

async function start(): Promise<WholePlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'halle-browser-'))
  const child = spawn(
    process.execPath,
    [...BY_OUR_LOADER, 'tests/helpers/whole_platform_program.ts'],
    { env: bareEnvironment(dataDir), stdio: ['pipe', 'pipe', 'pipe'] }
  )
  const ended = once(child, 'exit')
  untilTheEnd(async () => {
    child.stdin.end()
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  })
  const said: string[] = []
  child.stderr.on('data', (part) => said.push(String(part)))
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = /^READY (.+)$/.exec(line)
    if (ready) {
      child.stdout.resume()
      return JSON.parse(ready[1])
    }
    said.push(line)
  }
  throw new Error(`The platform did not start:\n${said.join('\n').slice(-4000)}`)
}
