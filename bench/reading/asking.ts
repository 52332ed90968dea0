import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** As a few people who read: what they wait for is measured, not how fast we ask. */
const PAUSE_MS = 20

/** Milliseconds of each answer of a light page, asked one after the other. */
export async function ask(url: string, seconds: number): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const began = performance.now()
    const answer = await fetch(url)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the light page answered ${answer.status}`)
    times.push(performance.now() - began)
    await sleep(PAUSE_MS)
  }
  return times
}

/** Pages a second while nothing rests between two of them. */
export async function pace(url: string, seconds: number): Promise<number> {
  const began = performance.now()
  let pages = 0
  for (; performance.now() < began + seconds * 1000; pages++) {
    await (await fetch(url)).arrayBuffer()
  }
  return Math.round((pages / seconds) * 10) / 10
}

export function timesOf(times: number[]) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) =>
    Math.round(sorted[Math.floor((sorted.length - 1) * share)] * 10) / 10
  return { pages: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), worstMs: at(1) }
}

/** The memory that a process holds of the machine, in megabytes. */
export const memoryOf = (pid: number): number =>
  Math.round(
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
  )

/** Looks at the memory of a process until `stop`, which says the most that was seen. */
export function watchMemory(pid: number): { stop(): number } {
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 250)
  return {
    stop() {
      clearInterval(look)
      return peak
    },
  }
}
