/** Small helpers shared by the set-up scripts. */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Below those that Linux lends to outgoing connections, which may take one before we listen. */
const [FIRST, LAST] = [20_000, 32_000]
const TRIES = 20
/** Those that this process gave: nobody listens there yet, and two of one platform must differ. */
const given = new Set()

/** `wanted` when nobody listens there, else another one. */
export async function freePort(wanted = 0) {
  const tryPort = (port) =>
    new Promise((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(null))
      server.listen(port, '127.0.0.1', () => {
        const found = server.address().port
        server.close(() => resolve(found))
      })
    })
  const kept = wanted === 0 ? null : await tryPort(wanted)
  for (let tries = 0; kept === null && tries < TRIES; tries++) {
    const port = randomInt(FIRST, LAST)
    if (given.has(port) || (await tryPort(port)) === null) continue
    given.add(port)
    return port
  }
  return kept ?? tryPort(0)
}

/** Runs a program to its end with our output; throws its status when it fails. */
export function runToEnd(command, args, env, stdio = 'inherit') {
  const result = spawnSync(command, args, { stdio, env })
  if (result.status !== 0) {
    const what = args.find((arg) => !arg.startsWith('-')) ?? command
    throw Object.assign(new Error(`${what} a échoué`), { status: result.status ?? 1 })
  }
}
