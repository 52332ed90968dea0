import { readFileSync } from 'node:fs'

/** What an engine does of the same files. */
export interface Figures {
  perSecond: number
  p50Ms: number
  p95Ms: number
  rssMb: number
  /** Between the end of the warming and the end of the measure. */
  rssGrowthMb: number
}

/** As a server that has judged for a while: each engine compiles what it does often, and later than one thinks. */
const WARM_MS = 20_000

/** Rounds of the corpus until an engine is warm, the same time for each. */
export async function warm(round: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + WARM_MS
  do await round()
  while (performance.now() < until)
}

/** Long enough that whatever else the machine does weighs on each engine alike. */
const MEASURED_MS = 8_000

/** Milliseconds of each file, in whole rounds of the corpus, as long for each engine. */
export async function timed<T>(files: T[], judge: (file: T) => unknown): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + MEASURED_MS
  do {
    for (const file of files) {
      const from = performance.now()
      await judge(file)
      times.push(performance.now() - from)
    }
  } while (performance.now() < until)
  return times
}

export const rounded = (value: number) => Math.round(value * 100) / 100

/** Times of files in milliseconds, and the memory of the process before and after, in MB. */
export function figuresOf(times: number[], before: number, after: number): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const total = times.reduce((sum, one) => sum + one, 0)
  const at = (part: number) => rounded(sorted[Math.floor(part * (sorted.length - 1))])
  return {
    perSecond: rounded((times.length * 1000) / total),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    rssMb: after,
    rssGrowthMb: rounded(after - before),
  }
}

/** The resident memory of a process, in MB; 0 where there is no /proc. */
export function residentMb(pid: number | 'self' = 'self'): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
    return rounded(Number(kilobytes) / 1024)
  } catch {
    return 0
  }
}
