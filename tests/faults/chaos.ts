import { setTimeout as sleep } from 'node:timers/promises'

/** Numbers between 0 and 1 that a seed decides (mulberry32), so that a bad run can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Kill {
  victim: string
  atMs: number
}

interface Chaos {
  random: () => number
  kills: number
  /** The process to kill under each name; nothing when it is down already. */
  victims: Record<string, () => number | undefined>
  betweenMs: [number, number]
  say: (text: string) => void
  /** After it, a victim that never comes back is an error rather than a wait without end. */
  limitMs: number
}

/** Kills -9 one process after another at random moments, until it has done so `kills` times. */
export async function spread({
  random,
  kills,
  victims,
  betweenMs: [least, most],
  say,
  limitMs,
}: Chaos): Promise<Kill[]> {
  const startedAt = Date.now()
  const names = Object.keys(victims)
  const done: Kill[] = []
  while (done.length < kills) {
    if (Date.now() - startedAt > limitMs) {
      throw new Error(`Only ${done.length} processes could be killed: nothing restarts any more`)
    }
    await sleep(least + random() * (most - least))
    // One storm in four takes two at once: they come back in whatever order they can.
    const struck = random() < 0.25 ? 2 : 1
    for (let n = 0; n < struck && done.length < kills; n++) {
      const victim = names[Math.floor(random() * names.length)]
      const pid = victims[victim]()
      if (!pid || !killed(pid)) continue
      const atMs = Date.now() - startedAt
      done.push({ victim, atMs })
      say(`${(atMs / 1000).toFixed(1)} s : kill -9 ${victim}`)
    }
  }
  return done
}

/** Kills -9 a process; false when it was dead already. */
export function killed(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false // it was being restarted
    throw error
  }
}
