import type { Meaning } from '#lib/meaning'

export const JOB_STATES = ['failed', 'retrying', 'running', 'waiting', 'done'] as const
export type JobState = (typeof JOB_STATES)[number]

export const JOB_STATE_WORDS: Record<JobState, { label: string; meaning: Meaning }> = {
  failed: { label: 'En échec', meaning: 'trouble' },
  retrying: { label: 'Nouvel essai prévu', meaning: 'waiting' },
  running: { label: 'En cours', meaning: 'doing' },
  waiting: { label: 'En attente', meaning: 'waiting' },
  done: { label: 'Faite', meaning: 'done' },
}

const OPEN = 'outbox.done_at is null and outbox.failed_at is null'

/** Which rows of the outbox are in a state; the conditions are met by its partial indexes. */
export const IN_STATE: Record<JobState, string> = {
  done: 'outbox.done_at is not null',
  failed: 'outbox.failed_at is not null and outbox.done_at is null',
  running: `outbox.dispatched_at is not null and ${OPEN}`,
  retrying: `outbox.dispatched_at is null and ${OPEN} and outbox.last_error is not null`,
  waiting: `outbox.dispatched_at is null and ${OPEN} and outbox.last_error is null`,
}

/** The state of a row of the outbox, in SQL. */
export const STATE = `case
  when outbox.done_at is not null then 'done'
  when outbox.failed_at is not null then 'failed'
  when outbox.dispatched_at is not null then 'running'
  when outbox.last_error is not null then 'retrying'
  else 'waiting' end`
