import type { QueueWorker as Worker } from './ended_meanwhile.js'

/** So many errors in one second are a worker that turns round, not a hesitation. */
const MOST_ERRORS_A_SECOND = 10
const CLOSING_LIMIT_MS = 5_000

interface Keeper {
  open(): Worker
  /** Returns once a worker that is opened now would be served. */
  untilReady(): Promise<void>
  onError(error: Error): void
}

/**
 * A worker that is closed and opened again when it fails without a pause: what it holds of its
 * connection is lost, and would be lost for ever. Jobs under way end first, or are taken again.
 */
export function keepWorker({ open, untilReady, onError }: Keeper) {
  let worker: Worker | null = null
  let reopening: Promise<void> | null = null
  let stopped = false
  let since = 0
  let errors = 0

  function start() {
    worker = open()
    worker.on('error', hear)
  }

  function hear(error: Error) {
    onError(error)
    if (Date.now() - since > 1000) [since, errors] = [Date.now(), 0]
    if (++errors > MOST_ERRORS_A_SECOND && !reopening && !stopped) reopening = reopen()
  }

  async function reopen() {
    await endWorker(worker!)
    await untilReady()
    if (!stopped) start()
    reopening = null
  }

  start()
  return {
    async close() {
      stopped = true
      if (worker) await endWorker(worker)
    },
  }
}

/** Lets the jobs under way end, for a while: a queue that does not answer any more must not hold us. */
async function endWorker(worker: Worker): Promise<void> {
  const ended = worker.close().catch(() => undefined)
  if (await inTime(ended, CLOSING_LIMIT_MS)) return
  await inTime(
    worker.disconnect().catch(() => undefined),
    CLOSING_LIMIT_MS / 5
  )
}

/** Whether some work ends within `ms` milliseconds; it goes on when it does not. */
export async function inTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer))
}
