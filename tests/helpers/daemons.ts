import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '#tests/helpers/until'

/** Real servers of Debian that a test starts for itself, on a free port, in a folder of its own. */
export interface Daemon {
  url: string
  folder: string
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Waits until somebody listens on a port; throws when nobody ever does. */
export async function untilListening(port: number): Promise<void> {
  const isOpen = () =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
  await until(isOpen, `somebody listening on ${port}`)
}

export async function privateFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'halle-test-'))
}

export function stopping(child: ChildProcess, folder: string) {
  return async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      const killer = setTimeout(() => child.kill('SIGKILL'), 3000)
      await ended
      clearTimeout(killer)
    }
    await rm(folder, { recursive: true, force: true })
  }
}

export async function startRedis(at?: string): Promise<Daemon> {
  const port = at ? Number(new URL(at).port) : await freePort()
  const folder = await privateFolder()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  await untilListening(port)
  return { url: `redis://127.0.0.1:${port}`, folder, stop: stopping(child, folder) }
}

/** Where a server should be: whoever knocks is counted, and nobody is answered. */
export async function closedDoor(at: string) {
  let knocks = 0
  const server = createServer((socket) => {
    knocks++
    socket.on('error', () => undefined).destroy()
  })
  server.listen(Number(new URL(at).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    knocks: () => knocks,
    async remove() {
      server.close()
      await once(server, 'close')
    },
  }
}

/** The text that every antivirus takes for a virus, by agreement (EICAR). */
export const EICAR = Buffer.from(
  'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
  'base64'
)

/** clamd with one signature, EICAR's: the real data base is 300 MB and not on this network. */
export async function startClamd(): Promise<Daemon> {
  const [port, folder] = [await freePort(), await privateFolder()]
  await writeFile(join(folder, 'test.ndb'), `Test.Eicar:0:*:${EICAR.toString('hex')}\n`)
  const settings = {
    DatabaseDirectory: folder,
    TCPSocket: port,
    TCPAddr: '127.0.0.1',
    Foreground: 'yes',
    StreamMaxLength: '200M',
    MaxFileSize: '200M',
    MaxScanSize: '400M',
    User: process.getuid?.() === 0 ? 'root' : undefined,
  }
  const lines = Object.entries(settings).filter(([, value]) => value !== undefined)
  const config = join(folder, 'clamd.conf')
  await writeFile(config, lines.map(([name, value]) => `${name} ${value}\n`).join(''))
  const child = spawn('clamd', ['--config-file', config], { stdio: 'ignore' })
  await untilListening(port)
  return { url: `tcp://127.0.0.1:${port}`, folder, stop: stopping(child, folder) }
}
