import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { addLines } from './lines.js'
import { recipientsOf, type Addressed } from './recipients.js'

const MOST = 500

/**
 * Notes for each person what has begun to wait for her, in the tenant in context: each task once,
 * whoever runs at the same time. Returns how many tasks were looked at.
 */
export async function gatherLines(): Promise<number> {
  const trx = tenancy.trx()
  const tenantId = tenancy.tenantId()
  const tasks: Addressed[] = await trx
    .from('kernel.tasks')
    .where('tenant_id', tenantId)
    .whereNull('told_at')
    .select('id', 'capability', 'role', 'person_id', 'subject_id')
    .orderBy('created_at')
    .limit(MOST)
    .forUpdate()
    .skipLocked()
  if (tasks.length === 0) return 0
  await addLines(tasks, await recipientsOf(tasks), { reason: 'opened' })
  await trx
    .from('kernel.tasks')
    .where('tenant_id', tenantId)
    .whereIn(
      'id',
      tasks.map(({ id }) => id)
    )
    .update({ told_at: clock.now().toJSDate() })
  return tasks.length
}
