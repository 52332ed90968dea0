import { setTimeout as sleep } from 'node:timers/promises'
import { killed } from './chaos.js'

interface Strikes {
  random: () => number
  /** A gesture in so many is struck, until there were `kills`. */
  every: number
  kills: number
  /** The process to kill under each name; nothing when it is down already. */
  victims: Record<string, () => number | undefined>
  say: (text: string) => void
}

/** Longer than a deposit takes on a quiet machine: some die before they wrote, some after. */
const LONGEST_MS = 60
const LOOK_MS = 50

/**
 * Kills -9 the processes in turn, each while a gesture is under way that was asked a moment ago: a
 * storm that follows what people do strikes as often on a slow machine as on a fast one.
 */
export function strikes({ random, every, kills, victims, say }: Strikes) {
  const names = Object.keys(victims)
  const done: string[] = []
  const striking: Promise<void>[] = []
  let asked = 0
  const first = Math.floor(random() * names.length)

  async function strike(victim: string, afterMs: number): Promise<void> {
    await sleep(afterMs)
    for (;;) {
      const pid = victims[victim]()
      if (pid && killed(pid)) break
      await sleep(LOOK_MS) // it is being restarted
    }
    done.push(victim)
    say(`kill -9 ${victim}`)
  }

  return {
    kills: done,
    /** A gesture was asked. */
    asked(): void {
      if (++asked % every !== 0 || striking.length >= kills) return
      const victim = names[(first + striking.length) % names.length]
      striking.push(strike(victim, random() * LONGEST_MS))
    },
    /** Returns once all that were to die have died. */
    async done(): Promise<void> {
      await Promise.all(striking)
    },
  }
}
