import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const TICKS_A_SECOND = 100
const LOOK_SECONDS = 5
const MOST_SHARE = 0.5
const MOST_LOOKS = 6

type Pids = Record<string, number | undefined>

/** Processor time of a process so far, in seconds (proc(5): fields 14 and 15 of stat); null once it is dead. */
export function secondsOf(pid: number | undefined): number | null {
  if (!pid) return null
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code!)) return null
    throw error
  }
}

/** How processes are looked at: what each has taken so far, and how long a look is. */
const BY_THE_MACHINE = { secondsOf, look: () => sleep(LOOK_SECONDS * 1000) }

/** The share of a processor that each took in one look, to two places; null for one that died. */
async function sharesOf(
  pids: Pids,
  { secondsOf, look }: typeof BY_THE_MACHINE
): Promise<Map<string, number | null>> {
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, at: secondsOf(pid) }))
  await look()
  return new Map(
    before.map(({ name, pid, at }) => {
      const now = secondsOf(pid)
      const died = at === null || now === null
      return [name, died ? null : Number(((now - at) / LOOK_SECONDS).toFixed(2))]
    })
  )
}

/**
 * Those that take more than half a processor in each look while nothing is asked of them, or that
 * die of themselves meanwhile, with the shares seen: `stand` (below) has seen them all up. One that
 * starts again after the last kill is busy for a few seconds; one that turns round never ends.
 */
export async function spinning(
  pids: Pids,
  seenBy: Partial<typeof BY_THE_MACHINE> = {}
): Promise<Record<string, (number | null)[]>> {
  const seen: Record<string, (number | null)[]> = {}
  let watched = pids
  for (let look = 0; look < MOST_LOOKS; look++) {
    const shares = await sharesOf(watched, { ...BY_THE_MACHINE, ...seenBy })
    for (const [name, share] of shares) (seen[name] ??= []).push(share)
    const busy = (name: string) => (seen[name].at(-1) ?? 0) > MOST_SHARE
    watched = Object.fromEntries(Object.entries(watched).filter(([name]) => busy(name)))
    if (Object.keys(watched).length === 0) break
  }
  return Object.fromEntries(
    Object.entries(seen).filter(([name, shares]) => name in watched || shares.includes(null))
  )
}

/**
 * Waits until every process lives and the platform answers again: the last kill may have come after
 * the last gesture, and a process takes a moment to come back.
 */
export async function stand(
  pids: () => Pids,
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
