import env from '#start/env'

/** BullMQ stands on PostgreSQL by default and on Redis/Valkey when REDIS_URL is set. */
export const queue = {
  redisUrl: env.get('REDIS_URL'),
  databaseUrl: env.get('DATABASE_SYSTEM_URL'),
  ownerUrl: env.get('DATABASE_URL'),
  schema: 'bullmq',
  /** At most so many seconds from one look for periodic work to the next. */
  lookSeconds: env.get('PERIODIC_LOOK_SECONDS', 10),
  /** A job whose worker says nothing for so long is another worker's. */
  lockSeconds: env.get('JOB_LOCK_SECONDS', 10),
  /**
   * How many jobs of each queue a worker has at once. `strangers`: machines that members name, which
   * may be slow, and hold up nothing of ours.
   */
  concurrency: { default: 8, outside: 8, heavy: 2, strangers: 16 },
  /** How often a worker asks whether the queue still knows what was handed over to it. */
  reconcileSeconds: 5,
  /** At most so many jobs of one tenant are handed over at a time (fairness). */
  inFlightPerTenant: 20,
}
