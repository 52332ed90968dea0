import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { relative } from '#lib/french/french'
import { NobodyToNudge, NudgedAlready } from './errors.js'
import { addLines } from './lines.js'
import { recipientsOf, type Addressed } from './recipients.js'
import { rhythmHere } from './rhythm.js'

/** What waits, by the subject of its tasks. */
export interface Thing {
  capability: string
  id: string
}

/**
 * Tells those for whom a thing waits that somebody waits for them, each at her pace. Returns how
 * many will have a mail of it: some want none. Throws E_NUDGED_ALREADY, E_NOBODY_TO_NUDGE.
 */
export async function nudge(thing: Thing, by: Actor): Promise<number> {
  const held = await tasksOn(thing)
    .select('id', 'capability', 'role', 'person_id', 'subject_id')
    .forUpdate()
  const tasks: Addressed[] = held.filter((task) => task.person_id !== by.id)
  if (tasks.length === 0) throw new NobodyToNudge()
  const last = await lastNudge(thing)
  if (last && !(await mayNudge(last))) {
    const next = last.plus({ hours: (await rhythmHere()).nudgeHours })
    throw new NudgedAlready(relative(last, clock.now()), relative(next, clock.now()))
  }
  const recipients = await recipientsOf(tasks)
  for (const [task, people] of recipients) {
    recipients.set(
      task,
      people.filter((one) => one !== by.id)
    )
  }
  // One in some hours at most: the instant in minutes tells one nudge from the next
  const turn = Math.floor(clock.now().toSeconds() / 60)
  return addLines(tasks, recipients, { reason: 'nudge', turn: () => turn, by: by.id })
}

/** Whether the cool-down of the last nudge is over, as the tenant in context sets it. */
export async function mayNudge(last: DateTime | null): Promise<boolean> {
  if (last === null) return true
  return last.plus({ hours: (await rhythmHere()).nudgeHours }) <= clock.now()
}

/** When somebody was last nudged about a thing that still waits; null when nobody was. */
export async function lastNudge({ capability, id }: Thing): Promise<DateTime | null> {
  const row = await tenancy
    .trx()
    .from('kernel.mail_lines as lines')
    .join('kernel.tasks as tasks', (on) =>
      on.on('tasks.tenant_id', 'lines.tenant_id').on('tasks.id', 'lines.task_id')
    )
    .where({
      'lines.tenant_id': tenancy.tenantId(),
      'lines.reason': 'nudge',
      'tasks.capability': capability,
      'tasks.subject_id': id,
    })
    .max('lines.created_at as at')
    .first()
  return row?.at ? DateTime.fromJSDate(row.at) : null
}

const tasksOn = ({ capability, id }: Thing) =>
  tenancy
    .trx()
    .from('kernel.tasks')
    .where({ tenant_id: tenancy.tenantId(), capability, subject_id: id })
