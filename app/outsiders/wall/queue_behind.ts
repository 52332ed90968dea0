import type { PlatformJob } from '#kernel/jobs'
import { queuedBeside } from '#kernel/jobs/queued'
import { wallTrx } from './wall.js'

const QUEUE = `
  with said as (select ?::jsonb as it), cause as (select)
  ${queuedBeside('cause')}`

/** Writes a job of the whole platform in the transaction of `behind` in context, with its cause. */
export async function queueBehind(job: PlatformJob): Promise<void> {
  await wallTrx().rawQuery(QUEUE, [JSON.stringify({ jobs: [job] })])
}
