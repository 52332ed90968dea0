import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { addLines } from './lines.js'
import { recipientsOf, type Addressed } from './recipients.js'
import { LEAST_RECALL_DAYS, rhythmHere } from './rhythm.js'

const DAY_MS = 86_400_000
const HOUR = 3600

type Old = Addressed & { created_at: Date; due_at: Date | null }

/** Notes, in the tenant in context, what is late (once) and what has waited for long, as it sets it. */
export async function recallWhatWaits(): Promise<void> {
  const now = clock.now()
  const { recallDays } = await rhythmHere()
  const tasks: Old[] = await tenancy
    .trx()
    .from('kernel.tasks')
    .where('tenant_id', tenancy.tenantId())
    .whereNotNull('told_at')
    .where((old) =>
      old
        .where('due_at', '<', now.toJSDate())
        .orWhere('created_at', '<=', now.minus({ days: recallDays }).toJSDate())
    )
    .select('id', 'capability', 'role', 'person_id', 'subject_id', 'created_at', 'due_at')
  const recipients = await recipientsOf(tasks)
  const late = tasks.filter(({ due_at: due }) => due && due < now.toJSDate())
  await addLines(late, recipients, { reason: 'late' })
  const turns = (task: Addressed) =>
    Math.floor((now.toMillis() - +(task as Old).created_at) / (recallDays * DAY_MS))
  const old = tasks.filter((task) => turns(task) > 0)
  await addLines(old, recipients, { reason: 'reminder', turn: turns })
}

export const recall = defineJob<object>({
  name: 'kernel.recall_what_waits',
  title: 'Rappeler ce qui attend depuis longtemps',
  onGiveUp: { nobodyNeeds: 'asked again within the hour; a recall that was noted is not repeated' },
  async handle(_payload, { tenantId }) {
    await tenancy.run(tenantId, recallWhatWaits)
  },
})

/** Where something is late, or has waited as long as any member recalls. */
export async function findOldTasks(): Promise<void> {
  const now = clock.now()
  const { rows } = await systemDb().rawQuery(
    'select distinct tenant_id as "tenantId" from kernel.tasks where due_at < ? or created_at <= ?',
    [now.toJSDate(), now.minus({ days: LEAST_RECALL_DAYS }).toJSDate()] as never
  )
  for (const { tenantId } of rows) {
    await tenancy.run(tenantId, () => recall.enqueue({}, { dedupeKey: 'kernel.recall_what_waits' }))
  }
}

definePeriodic({
  name: 'kernel.recall_what_waits',
  title: 'Rappeler ce qui attend depuis longtemps',
  everySeconds: HOUR,
  run: findOldTasks,
})
