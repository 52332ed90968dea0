import cluster from 'node:cluster'
import { AggregatorRegistry } from 'prom-client'
import { registry } from './metrics.js'

const WANTED = 'halle:metrics'
const PATIENCE_MS = 5_000

interface Message {
  kind: string
  id: number
  metrics?: string
  error?: string
}

const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && (message as Message).kind === WANTED

/** In the parent of several web processes: answers the one that was asked with the sum of all. */
export function answerWithAllMetrics(): void {
  const all = new AggregatorRegistry()
  cluster.on('message', async (worker, message) => {
    if (!isOurs(message)) return
    try {
      worker.send({ ...message, metrics: await all.clusterMetrics() })
    } catch (error) {
      worker.send({ ...message, error: String(error) })
    }
  })
}

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
      if (!isOurs(message) || message.id !== id) return
      const { metrics, error } = message
      end(() => (metrics === undefined ? reject(new Error(error)) : resolve(metrics)))
    }
    const timer = setTimeout(
      () => end(() => reject(new Error('The other web processes did not answer'))),
      PATIENCE_MS
    )
    process.on('message', hear)
    process.send!({ kind: WANTED, id })
  })
}
