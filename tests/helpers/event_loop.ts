import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What some work gives, and the longest time in milliseconds that it kept everything else waiting:
 * no more than this thread took of a processor, as a busy machine keeps us waiting too.
 */
export async function heldWhile<T>(
  work: () => Promise<T>
): Promise<{ outcome: T; heldMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await sleep(30)
  const before = process.threadCpuUsage()
  try {
    const outcome = await work()
    // A turn of the loop: a delay is known only once it is over.
    await sleep(30)
    const { user, system } = process.threadCpuUsage(before)
    return { outcome, heldMs: Math.min(delay.max / 1e6, (user + system) / 1e3) }
  } finally {
    delay.disable()
  }
}
