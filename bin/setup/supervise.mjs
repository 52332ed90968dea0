/** Keeps the processes of the platform alive under one parent, and ends them all together. */
import { spawn } from 'node:child_process'
import { sleep } from './process.mjs'

const PATIENCE_MS = 10_000

export function supervise(env) {
  const children = new Map()
  let stopping = false

  function launch(name, args, { onLine } = {}) {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
      env,
    })
    children.set(name, child)
    if (onLine) child.stdout.on('data', (bytes) => onLine(String(bytes)))
    child.once('exit', async (code, signal) => {
      if (stopping) return
      console.error(`${name} s’est arrêté (${signal ?? code}) : on le relance.`)
      await sleep(500)
      if (!stopping) launch(name, args, { onLine })
    })
    return child
  }

  async function stop() {
    stopping = true
    const ends = [...children.values()].map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(killer)
    })
    await Promise.all(ends)
  }

  return { launch, stop, pidOf: (name) => children.get(name)?.pid }
}
