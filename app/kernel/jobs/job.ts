import type { Logger } from '@adonisjs/core/logger'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type { GiveUpPlan } from '#lib/jobs/give_up'

export interface JobContext {
  /** Null for a job of the whole platform. */
  tenantId: string
  attempt: number
  lastAttempt: boolean
  logger: Logger
}

interface JobDefinition<Payload> {
  /** `actes.transmit`: capability, then verb. */
  name: string
  /** What it does, in French and in the infinitive, for the operator. */
  title?: string
  queue?: 'default' | 'outside' | 'heavy' | 'strangers'
  attempts?: number
  /** Runs outside any transaction and at least once: it opens `tenancy.run` for each short phase. */
  handle(payload: Payload, context: JobContext): Promise<void>
  /** After the last attempt. May run more than once. */
  onGiveUp?: GiveUpPlan<Payload>
}

interface EnqueueOptions {
  /** In seconds. */
  delay?: number
  /** While a job with this key waits or runs, another one is not added. */
  dedupeKey?: string
  /** 1 is served before 5 before 9. */
  priority?: number
}

/** A job of the whole platform that is not written yet: `QUEUED` writes it, beside what it follows. */
export interface PlatformJob {
  id: string
  name: string
  queue: string
  payload: object
  maxAttempts: number
}

const definitions = new Map<string, JobDefinition<any>>()
export const QUEUES = ['default', 'outside', 'heavy', 'strangers'] as const

const enqueuers = new Map<string, (payload: any) => Promise<void>>()

/** The job of that name, or undefined: it may have been renamed since it was queued. */
export const jobNamed = (name: string) => definitions.get(name)
/** Every job that was declared. */
export const allJobs = () => [...definitions.values()]

export type Job<Payload extends object> = ReturnType<typeof defineJob<Payload>>

/** Runs again what was given up, under the tenant in context; it does no harm when it was done since. */
export async function takeUpAgain({ name, payload }: { name: string; payload: object }) {
  await enqueuers.get(name)?.(payload)
}

const insertion = (client: QueryClientContract, rows: object[]) =>
  client.knexQuery().table('kernel.outbox').insert(rows).onConflict().ignore()
/** Writes what the `row` of several jobs gives, in the transaction in context. */
export const enqueueTogether = async (rows: object[]): Promise<void> =>
  void (await insertion(tenancy.trx(), rows))

/** Declares a job; `enqueue` writes it in the transaction of the tenant in context. */
export function defineJob<Payload extends object>(definition: JobDefinition<Payload>) {
  if (definitions.has(definition.name)) throw new Error(`Two jobs are named ${definition.name}`)
  definitions.set(definition.name, definition)

  const rowOf = (
    client: QueryClientContract,
    tenantId: string | null,
    payload: Payload,
    options: EnqueueOptions = {}
  ) => ({
    id: uuidv7(),
    tenant_id: tenantId,
    name: definition.name,
    queue: definition.queue ?? 'default',
    payload: JSON.stringify(payload),
    priority: options.priority ?? 5,
    // By the clock of the base, which the dispatcher reads: those of the processes may differ.
    run_at: client.knexRawQuery('now() + make_interval(secs => ?)', [options.delay ?? 0]),
    dedupe_key: options.dedupeKey ?? null,
    max_attempts: definition.attempts ?? 8,
  })
  const enqueue = (payload: Payload, options?: EnqueueOptions): Promise<void> =>
    enqueueTogether([rowOf(tenancy.trx(), tenancy.tenantId(), payload, options)])
  enqueuers.set(definition.name, enqueue)

  return {
    name: definition.name,
    enqueue,
    row: (payload: Payload) => rowOf(tenancy.trx(), tenancy.tenantId(), payload),

    /** A job of the whole platform, with no tenant; written at once. */
    async enqueueForPlatform(payload: Payload, options?: EnqueueOptions): Promise<void> {
      const client = systemDb()
      await insertion(client, [rowOf(client, null, payload, options)])
    },

    /** The same, to be written where its cause is. */
    forPlatform: (payload: Payload): PlatformJob => ({
      id: uuidv7(),
      name: definition.name,
      queue: definition.queue ?? 'default',
      payload,
      maxAttempts: definition.attempts ?? 8,
    }),

    /** Runs the work here and now: for tests and benches. */
    run: (payload: Payload, context: JobContext) => definition.handle(payload, context),
  }
}
