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
  const owner = db.connection('owner')
  await owner.rawQuery(openToTheSystemRole(queue.schema))
  await owner.rawQuery(tellNobody(queue.schema))
}

/**
 * BullMQ tells each step of a job to listeners that this house does not have: two rows, a lock and a
 * NOTIFY, which holds up every other COMMIT of the base. The outbox says what became of a job.
 */
const tellNobody = (schema: string) => `
  create or replace rule told_to_nobody as on insert to ${schema}.event do instead nothing;
  create or replace function ${schema}.publish_event(p_queue text, p_event text, p_data jsonb)
    returns bigint language sql as 'select 0::bigint';`

/**
 * What the owner made: the sequences that BullMQ makes at run time belong to the system role already,
 * and nobody but a superuser grants what another owns.
 */
const openToTheSystemRole = (schema: string) => `
  grant usage, create on schema ${schema} to halle_system;
  do $$
  declare thing record;
  begin
    for thing in select oid::regclass as name, relkind from pg_class
      where relnamespace = '${schema}'::regnamespace and relkind in ('r', 'p', 'v', 'S')
        and pg_has_role(current_user, relowner, 'usage')
    loop
      execute format('grant all on %s %s to halle_system',
        case thing.relkind when 'S' then 'sequence' else 'table' end, thing.name);
    end loop;
    for thing in select oid::regprocedure as name from pg_proc
      where pronamespace = '${schema}'::regnamespace
        and pg_has_role(current_user, proowner, 'usage')
    loop
      execute format('grant execute on function %s to halle_system', thing.name);
    end loop;
  end $$`
