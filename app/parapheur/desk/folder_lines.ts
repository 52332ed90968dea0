import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import { number } from '#lib/french/french'
import type { StepKind } from '../rules/circuit_definition.js'
import type { FolderState } from '../rules/lifecycles.js'

/** A folder as its list shows it. */
export interface FolderLine {
  id: string
  title: string
  state: FolderState
  circuit_name: string
  opened_by: string | null
  /** A legal day, as the base says it: `2026-11-22`. */
  due_on: string | null
  moved_at: Date
  created_at: Date
  /** The step and the desk that it waits for; null when it is over. */
  kind: StepKind | null
  desk: string | null
  opener: string | null
  isLate: boolean
  /** « Lu », « À lire : 2 documents », of what waits for the person; null of the rest. */
  reading: string | null
}

/** Rows of folders with what they wait for, and what this person has read of those that wait for her. */
export async function folderLines(
  rows: FolderLine[],
  { userId, desks }: { userId: string; desks: string[] }
): Promise<FolderLine[]> {
  const ids = rows.map(({ id }) => id)
  const steps = new Map((await currentSteps(ids)).map((step) => [step.folder_id, step]))
  const own = ids.filter((id) => desks.includes(steps.get(id)?.desk_id))
  const unread = await unreadIn(own, userId)
  const names = await people.names(rows.map((row) => row.opened_by))
  const today = clock.today().toString()
  return rows.map((row) => ({
    ...row,
    kind: steps.get(row.id)?.kind ?? null,
    desk: steps.get(row.id)?.desk_name ?? null,
    opener: names.get(row.opened_by ?? '') ?? null,
    isLate: row.state === 'in_progress' && row.due_on !== null && row.due_on < today,
    reading: own.includes(row.id) ? readingWords(unread.get(row.id) ?? 0) : null,
  }))
}

/** « Lu », « À lire : un document ». */
export function readingWords(unread: number): string {
  if (unread === 0) return 'Lu'
  return `À lire : ${unread === 1 ? 'un document' : `${number(unread)} documents`}`
}

/** How many documents of each folder a person has not read as they stand; none of those read whole. */
export async function unreadIn(ids: string[], userId: string): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tenancy
    .trx()
    .from('parapheur.folder_documents as held')
    .joinRaw(
      `left join parapheur.folder_readings as reading on reading.tenant_id = held.tenant_id
        and reading.folder_document_id = held.id and reading.document_id = held.document_id
        and reading.user_id = ?`,
      [userId]
    )
    .where('held.tenant_id', tenancy.tenantId())
    .whereIn('held.folder_id', ids)
    .whereNull('reading.id')
    .groupBy('held.folder_id')
    .select('held.folder_id')
    .select(tenancy.trx().raw('count(*)::int as unread'))
  return new Map(rows.map((row) => [row.folder_id, row.unread]))
}

const currentSteps = (ids: string[]) =>
  tenancy
    .trx()
    .from('parapheur.folder_steps')
    .where({ tenant_id: tenancy.tenantId(), state: 'current' })
    .whereIn('folder_id', ids)
    .select('folder_id', 'kind', 'desk_id', 'desk_name')
