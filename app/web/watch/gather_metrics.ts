import cluster from 'node:cluster'
import { AggregatorRegistry } from 'prom-client'

const WANTED = 'halle:metrics'

export interface MetricsMessage {
  kind: typeof WANTED
  id: number
  metrics?: string
  error?: string
}

export const isAboutMetrics = (message: unknown): message is MetricsMessage =>
  typeof message === 'object' && message !== null && (message as MetricsMessage).kind === WANTED

/** What one of several web processes asks of its parent. */
export const askForMetrics = (id: number): MetricsMessage => ({ kind: WANTED, id })

/** In the parent of several web processes: answers the one that was asked with the sum of all. */
export function answerWithAllMetrics(): void {
  const all = new AggregatorRegistry()
  cluster.on('message', async (worker, message) => {
    if (!isAboutMetrics(message)) return
    try {
      worker.send({ ...message, metrics: await all.clusterMetrics() })
    } catch (error) {
      worker.send({ ...message, error: String(error) })
    }
  })
}
