import env from '#start/env'

/** BullMQ stands on PostgreSQL by default and on Redis/Valkey when REDIS_URL is set. */
export const queue = {
  redisUrl: env.get('REDIS_URL'),
  databaseUrl: env.get('DATABASE_SYSTEM_URL'),
  ownerUrl: env.get('DATABASE_URL'),
  schema: 'bullmq',
  concurrency: 8,
  /** At most so many jobs of one tenant are handed over at a time (fairness). */
  inFlightPerTenant: 20,
}
