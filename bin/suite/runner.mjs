/** One runner: a process that executes the spec files that it was dealt, in a group of its own. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What a process is given to end by itself, then what it started, before they are killed. */
const ENDING_LIMIT_MS = 5_000
const GRACE_MS = 15_000
const LOADER = ['--enable-source-maps', `--import=${new URL('loader.mjs', import.meta.url)}`]
/** What V8 compiled of the packages, kept from one run to the next, beside them. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/halle-v8', import.meta.url))
/** The line by which a runner says that its tests are over: its errors follow. */
export const OVER = '\u0001over'

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function signal(pid, name) {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    if (error.code === 'ESRCH' || error.code === 'EPERM') return false
    throw error
  }
}

/** Ends what a dead runner left in its group: its own servers, a browser, a platform. */
async function endGroup(pid) {
  if (!signal(-pid, 'SIGTERM')) return
  for (const limit = Date.now() + GRACE_MS; Date.now() < limit; await sleep(50))
    if (!signal(-pid, 0)) return
  signal(-pid, 'SIGKILL')
}

/**
 * Starts `file` with `args`. `onLine` hears its output as it comes, line by line; `errors` holds what
 * it says once its tests are over. `ended` gives its exit status, or the signal that ended it.
 */
export function startRunner({ file, args, env, onLine }) {
  const child = spawn(process.execPath, [...LOADER, file, ...args], {
    env: { NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const errors = []
  let isOver = false
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (line === OVER) isOver = true
    else if (isOver) errors.push(line)
    else onLine(line)
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: error.message, errors }))
    child.once('exit', async (code, name) => {
      await endGroup(child.pid)
      resolve({ status: name ?? code, errors })
    })
  })
  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT')
      const killer = setTimeout(() => child.kill('SIGKILL'), ENDING_LIMIT_MS)
      await ended
      clearTimeout(killer)
    }
    await ended
  }
  return { ended, stop }
}
