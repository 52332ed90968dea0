import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bin/setup/process.mjs'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { FACT_LIMIT_MS } from '#tests/helpers/until'

/** A production build begins in three seconds; beside forty other works, in more than thirty. */
const STARTING_LIMIT_MS = 120_000

/** Asks until there is an answer; a failure is no answer yet. */
export async function untilAnswered<T>(
  ask: () => Promise<T | null>,
  limitMs = FACT_LIMIT_MS
): Promise<T> {
  for (const limit = Date.now() + limitMs; Date.now() < limit; await sleep(100)) {
    const answer = await ask().catch(() => null)
    if (answer !== null) return answer
  }
  throw new Error('It did not come in time')
}

/** Two web processes behind one address, and their parent, once one of them is ready. */
export const twoWebProcesses = () => webProcesses({ WEB_PROCESSES: '2' })

/** Web processes with settings of their own, once one of them is ready. */
export async function webProcesses(
  settings: Record<string, string>
): Promise<{ url: string; parent: ChildProcess }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  // By hand, that of the production build, and the flags it is started with
  const { UPLOAD_SERVER: program = 'bin/server.ts', UPLOAD_FLAGS: flags } = process.env
  const loader = program.endsWith('.ts') ? BY_OUR_LOADER : (flags?.split(' ') ?? [])
  const parent = spawn(process.execPath, [...loader, program], {
    env: { ...process.env, PORT: String(port), APP_URL: url, ...settings },
    stdio: 'ignore',
  })
  const isReady = async () => ((await fetch(`${url}/health/ready`)).ok ? true : null)
  try {
    await untilAnswered(isReady, STARTING_LIMIT_MS)
  } catch (error) {
    parent.kill('SIGKILL')
    throw error
  }
  return { url, parent }
}
