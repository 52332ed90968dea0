import cluster, { type Worker } from 'node:cluster'
import { answerWithAllMetrics } from '#web/watch/gather_metrics'
import { YOUNG_MEMORY } from './young_memory_of_pages.js'

const REST_MS = 500
const PATIENCE_MS = 9_000

/**
 * Several processes behind one address. One that dies is replaced; a signal ends them all, each
 * after the pages that it was writing.
 */
export function superviseWebProcesses(count: number): void {
  let stopping = false
  answerWithAllMetrics()
  cluster.setupPrimary({ execArgv: [...process.execArgv, YOUNG_MEMORY] })
  for (let n = 0; n < count; n++) cluster.fork()

  cluster.on('exit', () => {
    if (!stopping) setTimeout(() => stopping || cluster.fork(), REST_MS)
    else if (living().length === 0) process.exit(0)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping = true
      if (living().length === 0) process.exit(0)
      for (const worker of living()) worker.process.kill('SIGTERM')
      setTimeout(() => living().forEach((one) => one.process.kill('SIGKILL')), PATIENCE_MS).unref()
    })
  }
}

const living = () =>
  Object.values(cluster.workers ?? {}).filter((one): one is Worker => !!one && !one.isDead())
