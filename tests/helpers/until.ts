import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What a test waits at most for a fact. It costs nothing when the fact comes, and a machine that does
 * ten other things is ten times as slow: a short limit would judge the machine.
 */
export const FACT_LIMIT_MS = 120_000

/** Looks every few milliseconds until `condition` holds; throws, saying `what`, when it never does. */
export async function until(condition: () => unknown, what = 'what was waited for'): Promise<void> {
  for (const limit = Date.now() + FACT_LIMIT_MS; !(await condition()); await sleep(20))
    if (Date.now() > limit) throw new Error(`${what} never happened`)
}
