import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const TICKS_A_SECOND = 100
const LOOK_SECONDS = 5
const MOST_SHARE = 0.5

/** Processor time of a process so far, in seconds (proc(5): fields 14 and 15 of stat); null once it is dead. */
function secondsOf(pid: number | undefined): number | null {
  if (!pid) return null
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code!)) return null
    throw error
  }
}

/**
 * The names of those that take more than half a processor while nothing is asked of them, or that
 * die of themselves meanwhile: `stand` (below) has seen them all up.
 */
export async function spinning(pids: Record<string, number | undefined>): Promise<string[]> {
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, at: secondsOf(pid) }))
  await sleep(LOOK_SECONDS * 1000)
  return before
    .filter(({ pid, at }) => {
      const now = secondsOf(pid)
      return at === null || now === null || (now - at) / LOOK_SECONDS > MOST_SHARE
    })
    .map(({ name }) => name)
}

/**
 * Waits until every process lives and the platform answers again: the last kill may have come after
 * the last gesture, and a process takes a moment to come back.
 */
export async function stand(
  pids: () => Record<string, number | undefined>,
  answers: () => Promise<unknown>,
  limitMs = 60_000
): Promise<void> {
  const limit = Date.now() + limitMs
  for (;;) {
    const down = Object.entries(pids()).filter(([, pid]) => secondsOf(pid) === null)
    const said = down.length === 0 ? await answers().then(() => null, String) : null
    if (down.length === 0 && said === null) return
    if (Date.now() > limit) {
      throw new Error(
        `Not all stands again: ${down.map(([name]) => name).join(', ')} ${said ?? ''}`
      )
    }
    await sleep(200)
  }
}
