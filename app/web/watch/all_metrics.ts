import './gauges.js'
import cluster from 'node:cluster'
import { AggregatorRegistry } from 'prom-client'
import { askForMetrics, isAboutMetrics } from './gather_metrics.js'
import { registry } from '#lib/watch/metrics'

const METRICS_WAIT_MS = 5_000

let asked = 0
if (cluster.isWorker) {
  AggregatorRegistry.setRegistries([registry])
  new AggregatorRegistry() // it is its making that listens
}

/** The text that Prometheus reads: of this process, or of all that share its address. */
export function allMetrics(): Promise<string> {
  if (!cluster.isWorker) return registry.metrics()
  const id = ++asked
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      process.off('message', hear)
      settle()
    }
    const hear = (message: unknown) => {
      if (!isAboutMetrics(message) || message.id !== id) return
      const { metrics, error } = message
      end(() => (metrics === undefined ? reject(new Error(error)) : resolve(metrics)))
    }
    const timer = setTimeout(
      () => end(() => reject(new Error('The other web processes did not answer'))),
      METRICS_WAIT_MS
    )
    process.on('message', hear)
    process.send!(askForMetrics(id))
  })
}
