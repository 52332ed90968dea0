import env from '#start/env'

/** BullMQ stands on PostgreSQL by default and on Redis/Valkey when REDIS_URL is set. */
export const queue = {
  redisUrl: env.get('REDIS_URL'),
  databaseUrl: env.get('DATABASE_SYSTEM_URL'),
  ownerUrl: env.get('DATABASE_URL'),
  schema: 'bullmq',
  /** How many jobs of each queue a worker has at once. */
  concurrency: { default: 8, outside: 8, heavy: 2 },
  /** At most so many jobs of one tenant are handed over at a time (fairness). */
  inFlightPerTenant: 20,
}
