import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simulatorsDir } from '#config/app'

const START_WAIT_MS = 30_000

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // no such process: its file was left by a kill -9
  }
}

function areUp(): boolean {
  const file = join(simulatorsDir!, 'ready.json')
  return existsSync(file) && isAlive(JSON.parse(readFileSync(file, 'utf8')).pid)
}

/** Waits until the simulators of the demonstration answer; false when there are none, or too late. */
export async function simulatorsAnswer(): Promise<boolean> {
  if (!simulatorsDir) return false
  const limit = Date.now() + START_WAIT_MS
  while (!areUp()) {
    if (Date.now() > limit) return false
    await sleep(100)
  }
  return true
}
