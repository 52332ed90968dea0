import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { Choices } from './choices.js'
import { dueAt } from './pace.js'
import type { Addressed } from './recipients.js'

export type Reason = 'opened' | 'reminder' | 'late' | 'nudge'

interface Why {
  reason: Reason
  /** The how many-th of its reason: the same is never said twice. */
  turn?: (task: Addressed) => number
  /** Who asked, for a nudge. */
  by?: string
}

/**
 * Notes that some tasks are to be told to some persons, each at her pace, in the transaction in
 * context; what was noted already, and what a person never wants, is left out. Returns how many.
 */
export async function addLines(
  tasks: Addressed[],
  recipients: Map<string, string[]>,
  { reason, turn = () => 0, by }: Why
): Promise<number> {
  const now = clock.now()
  const trx = tenancy.trx()
  const choices = await Choices.of(trx, [...recipients.values()].flat())
  const rows = tasks.flatMap((task) =>
    (recipients.get(task.id) ?? []).flatMap((person) => {
      const due = dueAt(choices.pace(person, task.capability), now)
      if (!due) return []
      return {
        tenant_id: tenancy.tenantId(),
        id: uuidv7(),
        task_id: task.id,
        person_id: person,
        reason,
        turn: turn(task),
        asked_by: by ?? null,
        due_at: due.toJSDate(),
        created_at: now.toJSDate(),
      }
    })
  )
  if (rows.length === 0) return 0
  const written = await trx
    .knexQuery()
    .table('kernel.mail_lines')
    .insert(rows)
    .onConflict(['tenant_id', 'task_id', 'person_id', 'reason', 'turn'])
    .ignore()
    .returning('id')
  return written.length
}
