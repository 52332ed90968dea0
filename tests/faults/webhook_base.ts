import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const ARRIVING_LIMIT_MS = 240_000

/** What the base knows of the facts that a receiver asked for, and of what was sent to it. */
export function webhookBase(url: string) {
  const ask = async (sql: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  const pending = async () => {
    const [{ count }] = await ask(
      `select (select count(*) from webhooks.deliveries where delivered_at is null)
         + (select count(*) from kernel.outbox where name like 'webhooks.tell%' and done_at is null)
         as count`
    )
    return Number(count)
  }
  return {
    /** Waits until nothing is on its way any more; what failed is tried at once. */
    async arrived(): Promise<void> {
      const limit = Date.now() + ARRIVING_LIMIT_MS
      while ((await pending()) > 0) {
        if (Date.now() > limit)
          throw new Error(`${await pending()} messages are still on their way`)
        await sleep(500)
      }
    },
    /** The facts of some types that were committed, by their identifiers. */
    async facts(types: string[]): Promise<{ id: string; type: string }[]> {
      return ask(
        `select events.id, events.type from kernel.events
         join webhooks.webhooks on webhooks.tenant_id = events.tenant_id
         where events.type = any($1) and events.at > webhooks.created_at`,
        [types]
      )
    },
  }
}
