import { defineConfig } from '@adonisjs/core/http'
import { trustedProxies } from '#web/trusted_proxies'
import env from '#start/env'

export const appUrl = env.get('APP_URL')
/** What signs and encrypts. */
export const appKey = env.get('APP_KEY')
export const dataDir = env.get('DATA_DIR')
export const isDemo = env.get('DEMO', false)
/** Where the simulators of the demonstration keep their keys; absent in a real deployment. */
export const simulatorsDir = env.get('SIMULATORS_DIR')
export const isHttps = appUrl.startsWith('https:')
/** Where a worker tells its measures; nowhere when absent. */
export const workerMetricsPort = env.get('WORKER_METRICS_PORT')
export const metricsToken = env.get('METRICS_TOKEN')
export const tracesEndpoint = env.get('OTEL_EXPORTER_OTLP_ENDPOINT')

/** Whose X-Forwarded-* headers are believed. */
export const trustsProxy = trustedProxies(env.get('TRUSTED_PROXIES'))

export const http = defineConfig({
  trustProxy: trustsProxy,
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: true,
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
})
