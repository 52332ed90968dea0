/** Small helpers shared by the set-up scripts. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** `wanted` when nobody listens there, else a port that the system gives. */
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
  return (await tryPort(wanted)) ?? (await tryPort(0))
}

/** Runs a program to its end with our output; throws its status when it fails. */
export function runToEnd(command, args, env, stdio = 'inherit') {
  const result = spawnSync(command, args, { stdio, env })
  if (result.status !== 0) {
    const what = args.find((arg) => !arg.startsWith('-')) ?? command
    throw Object.assign(new Error(`${what} a échoué`), { status: result.status ?? 1 })
  }
}
