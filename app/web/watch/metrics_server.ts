import './gauges.js'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { timingSafeEqual } from 'node:crypto'
import { metricsToken } from '#config/app'
import { registry } from '#lib/watch/metrics'
import { readiness } from '#web/watch/readiness'

/** Lets a supervisor and Prometheus read a process that has no pages: a worker. Returns its end. */
export async function serveMetrics(port: number): Promise<() => Promise<void>> {
  const server = createServer(async ({ headers, url }, response) => {
    if (url === '/health/ready') {
      const answer = await readiness()
      // Nobody sends visitors here: what a worker is for is not done, so it is not ready.
      response.writeHead(answer.status === 'ok' ? 200 : 503, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
      return
    }
    if (url !== '/metrics' || !isOurs(headers.authorization)) {
      response.writeHead(404).end()
      return
    }
    try {
      const text = await registry.metrics()
      response.writeHead(200, { 'content-type': registry.contentType }).end(text)
    } catch {
      response.writeHead(500).end() // Prometheus says that the target is down
    }
  })
  // Without a token, for this machine only.
  server.listen(port, metricsToken ? undefined : '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
}

function isOurs(authorization = ''): boolean {
  const [given, wanted] = [authorization, `Bearer ${metricsToken}`].map((text) => Buffer.from(text))
  return !metricsToken || (given.length === wanted.length && timingSafeEqual(given, wanted))
}
