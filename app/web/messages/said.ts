import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import type { Reason } from './lines.js'
import './declaration.js'

/** A line of a mail: what waits or happened, in which room, where to see it. */
export interface Said {
  capability: string
  subjectId: string | null
  text: string
  room: string
  url: string
}

type Worded = Pick<Row, 'id' | 'capability' | 'title'> & { subjectId: string | null }

interface Row {
  id: string
  capability: string
  title: string
  url: string
  subject_id: string | null
  reason: Reason
  asker: string | null
}

/** What a mail says: its tasks that still wait, in the words of their rooms. */
export async function linesOf(mailId: string): Promise<Said[]> {
  const rows: Row[] = await tenancy
    .trx()
    .from('kernel.mail_lines as lines')
    .join('kernel.tasks as tasks', (on) =>
      on.on('tasks.tenant_id', 'lines.tenant_id').on('tasks.id', 'lines.task_id')
    )
    .leftJoin('kernel.users as askers', 'askers.id', 'lines.asked_by')
    .where('lines.tenant_id', tenancy.tenantId())
    .where('lines.mail_id', mailId)
    .orderByRaw('tasks.due_at nulls last, lines.created_at, lines.id')
    .select('tasks.id', 'tasks.capability', 'tasks.title', 'tasks.url', 'tasks.subject_id')
    .select('lines.reason', 'askers.full_name as asker')
  const words = await discreetWords(rows.map((row) => ({ ...row, subjectId: row.subject_id })))
  return mostPressing(rows).map((row) => ({
    capability: row.capability,
    subjectId: row.subject_id,
    text: REASONS[row.reason](words.get(row.id)!, row.asker),
    room: labelOf(row.capability),
    url: row.url,
  }))
}

const REASONS: Record<Reason, (words: string, asker: string | null) => string> = {
  opened: (words) => words,
  reminder: (words) => `Toujours en attente : ${words}`,
  late: (words) => `En retard : ${words}`,
  nudge: (words, asker) => `${asker ?? 'On'} vous relance : ${words}`,
}
const PRESSING: Reason[] = ['nudge', 'late', 'reminder', 'opened']

/** One line a task, for the most pressing of its reasons. */
function mostPressing(rows: Row[]): Row[] {
  const kept = new Map<string, Row>()
  for (const row of rows) {
    const known = kept.get(row.id)
    if (!known || PRESSING.indexOf(row.reason) < PRESSING.indexOf(known.reason))
      kept.set(row.id, row)
  }
  return [...kept.values()]
}

/** What people call a room; « Halle » for one that is not there any more. */
export const labelOf = (capability: string) =>
  allRooms().find(({ name }) => name === capability)?.label ?? 'Halle'

/** id of task -> what a mail may say of it, in the tenant in context. */
export async function discreetWords(rows: Worded[]): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const [capability, tasks] of Map.groupBy(rows, (row) => row.capability)) {
    const words = allRooms().find(({ name }) => name === capability)?.messages?.words
    const asked = tasks.map(({ id, title, subjectId }) => ({ id, title, subjectId }))
    const own = typeof words === 'function' ? await words(asked) : null
    for (const { id, title } of tasks) {
      said.set(id, words === 'titles' ? title : (own?.get(id) ?? 'Quelque chose vous attend'))
    }
  }
  return said
}

/**
 * What a mail may call a thing of another room, as that room says; undefined when it says nothing.
 * For a room whose own things carry the names of others' (a folder, of what it circulates).
 */
export async function namesIn(capability: string, ids: string[]): Promise<Map<string, string>> {
  const names = allRooms().find(({ name }) => name === capability)?.messages?.names
  return (await names?.(ids)) ?? new Map()
}
