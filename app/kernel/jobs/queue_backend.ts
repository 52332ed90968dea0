import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend, type ConnectionOptions } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { queue as config } from '#config/queue'

const ANSWER_MS = 5_000
const LONGEST_PAUSE_MS = 5_000

/** The same BullMQ, on Redis when a URL is given and on PostgreSQL otherwise. */
export function queueBackend(redisUrl?: string): {
  connection: ConnectionOptions
  factory: typeof createPostgresBackend | undefined
} {
  if (redisUrl) {
    return { connection: { url: redisUrl, maxRetriesPerRequest: null }, factory: undefined }
  }
  // What the queue says is not waited for on the disk: the outbox gives again whatever it forgets
  const options = '-c synchronous_commit=off'
  const { databaseUrl: connectionString, schema } = config
  const connection = { connectionString, max: 6, schema, options }
  return { connection: connection as unknown as ConnectionOptions, factory: createPostgresBackend }
}

/**
 * Waits, longer and longer, until what carries the queues answers. A queue that is opened on a
 * database which is starting up keeps that first refusal for ever (BullMQ remembers the promise).
 */
export async function untilQueueAnswers(
  redisUrl: string | undefined,
  { onRefusal, stopped }: { onRefusal: (error: Error) => void; stopped: () => boolean }
): Promise<void> {
  for (let pause = 100; !stopped(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await (redisUrl ? askRedis(redisUrl) : askPostgres())
    } catch (error) {
      onRefusal(error as Error)
      await sleep(pause)
    }
  }
}

async function askPostgres(): Promise<void> {
  const client = new pg.Client({
    connectionString: config.databaseUrl,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  })
  // A connection that breaks between two questions says so here, and the question fails.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
  } finally {
    client.end().catch(() => undefined)
  }
}

async function askRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await redis.ping()
  } finally {
    redis.disconnect()
  }
}
