/**
 * SQL that writes the jobs of the whole platform which `it->'jobs'` of `said` holds (`forPlatform`), once
 * for each row of `cause`: a part of the question that writes what they follow from. The base takes
 * those of people outside alone, in the name of one (its policy « outsiders_tell_the_platform »).
 */
export const queuedBeside = (cause: string): string => `
  insert into kernel.outbox (id, name, queue, payload, max_attempts)
  select job.id, job.name, job.queue, job.payload, job."maxAttempts"
  from said, ${cause}, jsonb_to_recordset(it->'jobs')
    as job (id uuid, name text, queue text, payload jsonb, "maxAttempts" integer)`
