import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const TICKS_A_SECOND = 100
const LOOK_SECONDS = 5
const MOST_SHARE = 0.5

/** Processor time of a process so far, in seconds (proc(5): fields 14 and 15 of stat). */
function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** The names of those that take more than half a processor while nothing is asked of them. */
export async function spinning(pids: Record<string, number | undefined>): Promise<string[]> {
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, at: secondsOf(pid!) }))
  await sleep(LOOK_SECONDS * 1000)
  return before
    .filter(({ pid, at }) => (secondsOf(pid!) - at) / LOOK_SECONDS > MOST_SHARE)
    .map(({ name }) => name)
}
