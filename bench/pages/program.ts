import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bin/setup/process.mjs'
import { YOUNG_MEMORY } from '../../bin/young_memory_of_pages.js'
import { processorMsOf } from './meter.js'

const LIMIT_MS = 60_000

/**
 * A server of its own process, in TypeScript or built, ended by `stop`; `processor` says the
 * milliseconds of processor that it has used, the processes that it started included. What is built has
 * the young memory with which `npm start` and the documented service run it.
 */
export async function startProgram(file: string, env: NodeJS.ProcessEnv, path: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const isBuilt = file.startsWith('build/')
  const flags = isBuilt ? [YOUNG_MEMORY] : ['--import=@poppinss/ts-exec']
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...env, PORT: String(port), APP_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const limit = Date.now() + LIMIT_MS
  while (!(await answers(url + path))) {
    if (child.exitCode !== null || Date.now() > limit) throw new Error(`${file} does not answer`)
    await sleep(200)
  }
  // Another program may have taken the port meanwhile, and answered in its place
  if (child.exitCode !== null) throw new Error(`${file} ended: another program answers at ${url}`)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { url, stop, processor: () => processorMsOf(child.pid!) }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false // not listening yet
  }
}
