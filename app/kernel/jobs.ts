/** Work that happens after the commit: one outbox in PostgreSQL, handed over to BullMQ (house §6). */
export { defineJob, type Job, type JobContext } from './jobs/job.js'
export { GiveUp } from './jobs/give_up.js'
