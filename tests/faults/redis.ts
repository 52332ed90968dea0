import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bin/setup/process.mjs'

export interface KeptRedis {
  url: string
  pid(): number | undefined
  stop(): void
}

/** A Redis that comes back empty each time it is killed; null where none is installed. */
export async function keepRedis(): Promise<KeptRedis | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null
  const port = String(await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'halle-redis-'))
  let child: ChildProcess
  let stopping = false
  const launch = () => {
    const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder]
    child = spawn('redis-server', args, { stdio: 'ignore' })
    child.once('exit', async () => {
      await sleep(700)
      if (!stopping) launch()
    })
  }
  launch()
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    stop() {
      stopping = true
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
