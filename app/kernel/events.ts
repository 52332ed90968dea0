import { clock } from '#kernel/clock'
import { defineJob, type JobContext } from '#kernel/jobs'
import type { GiveUpPlan } from '#lib/jobs/give_up'
import { enqueueTogether } from '#kernel/jobs/job'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

type Subscriber<Payload> = (payload: Payload, context: JobContext) => Promise<void>

interface Declared {
  type: string
  version: number
  subscribers: string[]
}

const declared = new Map<string, Declared>()
/** Every fact that a room may tell, with who listens. */
export const allEvents = (): Declared[] => [...declared.values()]

/**
 * Declares a fact: past tense, flat, ids only. `emit` writes it with the state, in the transaction
 * in context; after the commit each subscriber runs as its own job, at least once.
 */
export function defineEvent<Payload extends object>(type: string, version: number) {
  if (declared.has(type)) throw new Error(`Two events are named ${type}`)
  const event: Declared = { type, version, subscribers: [] }
  declared.set(type, event)
  const jobs: { row(payload: Payload & { eventId: string }): object }[] = []

  return {
    type,

    async emit(payload: Payload): Promise<void> {
      const id = uuidv7()
      await tenancy
        .trx()
        .insertQuery()
        .table('kernel.events')
        .insert({
          tenant_id: tenancy.tenantId(),
          id,
          type,
          version,
          payload: JSON.stringify(payload),
          at: clock.now().toJSDate(),
        })
      const rows = jobs.map((job) => job.row({ ...payload, eventId: id }))
      if (rows.length > 0) await enqueueTogether(rows)
    },

    /** `name` is `capability.verb`, unique; a replay of the event must do no harm. */
    subscribe(
      name: string,
      handle: Subscriber<Payload>,
      options: {
        title?: string
        queue?: 'default' | 'outside' | 'heavy'
        onGiveUp?: GiveUpPlan<Payload & { eventId: string }>
      } = {}
    ) {
      event.subscribers.push(name)
      jobs.push(
        defineJob<Payload & { eventId: string }>({ name, handle, attempts: 12, ...options })
      )
    },
  }
}
