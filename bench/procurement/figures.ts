/** Two decimals. */
export const round2 = (value: number): number => Math.round(value * 100) / 100

/** The time under which 95 of 100 fell, in milliseconds. */
export function p95(times: number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  return round2(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0)
}

/** How long some work takes, in milliseconds, and what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; made: T }> {
  const from = performance.now()
  const made = await work()
  return { ms: performance.now() - from, made }
}
