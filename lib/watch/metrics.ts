import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What Prometheus reads at /metrics. No label ever names a person. */
export const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'halle_' })

const requests = new Histogram({
  name: 'halle_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})
const jobs = new Histogram({
  name: 'halle_job_seconds',
  help: 'Time of a job, by outcome',
  labelNames: ['job', 'outcome'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
  registers: [registry],
})
export const damagedDocuments = new Counter({
  name: 'halle_documents_damaged_total',
  help: 'Readings of a document at rest that is lost, altered, or another one',
  registers: [registry],
})
export const outsideErrors = new Counter({
  name: 'halle_gateway_errors_total',
  help: 'Failed exchanges with the outside world',
  labelNames: ['gateway'],
  registers: [registry],
})
export const openStreams = new Gauge({
  name: 'halle_live_streams',
  help: 'Open pages that are told what moves',
  registers: [registry],
})

/** Counts a request by its route, never its address, and how long it took in milliseconds. */
export const countRequest = (method: string, route: string, status: number, ms: number) =>
  requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000)

/** Counts the end of a job, and how long it took in milliseconds. */
export const countJob = (job: string, outcome: 'done' | 'failed', ms: number) =>
  jobs.observe({ job, outcome }, ms / 1000)
