import { runMigrations } from 'bullmq'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { queue } from '#config/queue'

/** Creates or updates BullMQ's own tables, as the owner, and opens them to the system role. */
export async function prepareQueue(): Promise<void> {
  const client = new pg.Client({ connectionString: queue.ownerUrl })
  await client.connect()
  try {
    await runMigrations(client, queue.schema)
  } finally {
    await client.end()
  }
  await db.connection('owner').rawQuery(`
    grant usage, create on schema ${queue.schema} to halle_system;
    grant all on all tables in schema ${queue.schema} to halle_system;
    grant all on all sequences in schema ${queue.schema} to halle_system;
    grant execute on all functions in schema ${queue.schema} to halle_system;
  `)
}
