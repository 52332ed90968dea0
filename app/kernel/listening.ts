import logger from '@adonisjs/core/services/logger'
import pg from 'pg'
import { listenUrl } from '#config/database'

const AGAIN_MS = 1_000
const DATABASE_ANSWER_LIMIT_MS = 10_000
/** A base that has failed over says nothing any more and hangs up on nobody: it is asked. */
const PULSE_MS = 30_000

interface Listener {
  onMessage(payload: string): void
  /** Heard nothing until now: what was said meanwhile is to be looked for. */
  onOpen?(): void
  onLost?(): void
}

/**
 * Hears a PostgreSQL channel on a connection of its own, which must be direct: behind a pooler in
 * transaction mode nobody is listening any more after the commit. Reconnects for as long as needed.
 */
export function listenTo(channel: string, listener: Listener) {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  async function connect() {
    const opening = new pg.Client({
      connectionString: listenUrl,
      keepAlive: true,
      connectionTimeoutMillis: DATABASE_ANSWER_LIMIT_MS,
      query_timeout: DATABASE_ANSWER_LIMIT_MS,
    })
    client = opening
    const gone = () => {
      if (client === opening) again()
    }
    opening.on('notification', ({ payload }) => listener.onMessage(payload ?? ''))
    opening.on('error', gone)
    opening.on('end', gone)
    await opening.connect()
    await opening.query(`listen ${channel}`)
    listener.onOpen?.()
  }

  /** PostgreSQL may refuse for as long as it recovers: one attempt a second, whatever has failed. */
  function again() {
    if (stopped || timer) return
    listener.onLost?.()
    leave()
    timer = setTimeout(attempt, AGAIN_MS).unref()
  }

  function leave(): Promise<void> {
    const leaving = client
    client = null
    return leaving?.end().catch(() => undefined) ?? Promise.resolve()
  }

  function attempt() {
    timer = null
    connect().catch((error) => {
      logger.warn({ err: error, channel }, 'cannot listen: trying again')
      again()
    })
  }

  attempt()
  const pulse = setInterval(() => client?.query('select 1').catch(again), PULSE_MS).unref()
  return {
    async stop() {
      stopped = true
      clearInterval(pulse)
      if (timer) clearTimeout(timer)
      await leave()
    },
  }
}
