/** Work that happens after the commit: one outbox in PostgreSQL, handed over to BullMQ (house §6). */
export { defineJob, takeUpAgain, type Job, type JobContext, type PlatformJob } from './jobs/job.js'
export { GiveUp, reasonOf, type GivenUp } from '#lib/jobs/give_up'
