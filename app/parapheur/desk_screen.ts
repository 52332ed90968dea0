import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import { desksOf, replacedBy } from './circuit/people.js'
import type { StepKind } from './rules/circuit_definition.js'
import type { FolderState } from './rules/lifecycles.js'

export const VIEWS = ['todo', 'late', 'done', 'all'] as const
export type View = (typeof VIEWS)[number]

/** A folder as a list shows it. */
export interface FolderLine {
  id: string
  title: string
  state: FolderState
  circuit: string
  /** The step and the desk that it waits for; null when it is over. */
  kind: StepKind | null
  desk: string | null
  opener: string | null
  dueOn: string | null
  isLate: boolean
  openedAt: DateTime
}

const PAGE = 40

/** One page of the folders that a person looks for, newest first, after the folder `before`. */
export async function foldersFor(userId: string, view: View, before: string | null) {
  const query = select()
    .orderBy('folders.id', 'desc')
    .limit(PAGE + 1)
  if (view === 'todo' || view === 'late') query.whereIn('step.desk_id', await desksFor(userId))
  if (view === 'late') query.where('folders.due_on', '<', clock.today().toString())
  if (view === 'done') query.whereIn('folders.id', actedOn(userId))
  if (before) query.where('folders.id', '<', before)
  const rows = await query
  const lines = await toLines(rows.slice(0, PAGE))
  return { lines, next: rows.length > PAGE ? lines.at(-1)!.id : null }
}

/** How many folders wait for a person, and how many of them are late. */
export async function countsFor(userId: string): Promise<{ todo: number; late: number }> {
  const today = clock.today().toString()
  const row = await tenancy
    .trx()
    .from('parapheur.folder_steps as step')
    .joinRaw('join parapheur.folders using (tenant_id)')
    .whereColumn('folders.id', 'step.folder_id')
    .where('step.tenant_id', tenancy.tenantId())
    .where('step.state', 'current')
    .whereIn('step.desk_id', await desksFor(userId))
    .select(tenancy.trx().raw('count(*)::int as todo'))
    .select(tenancy.trx().raw('count(*) filter (where folders.due_on < ?)::int as late', [today]))
    .first()
  return { todo: row.todo, late: row.late }
}

/** The desks for which a person acts today: her own, and those that she replaces. */
export async function desksFor(userId: string): Promise<string[]> {
  const desks = [...(await desksOf(userId)), ...(await replacedBy(userId))]
  return desks.map(({ id }) => id)
}

function select() {
  return tenancy
    .trx()
    .from('parapheur.folders')
    .joinRaw(
      `left join parapheur.folder_steps as step on step.tenant_id = folders.tenant_id
        and step.folder_id = folders.id and step.state = 'current'`
    )
    .where('folders.tenant_id', tenancy.tenantId())
    .select('folders.id', 'title', 'folders.state', 'circuit_name', 'opened_by', 'due_on')
    .select('step.kind', 'step.desk_name', 'folders.created_at')
}

function actedOn(userId: string) {
  return tenancy
    .trx()
    .from('parapheur.folder_steps')
    .where({ tenant_id: tenancy.tenantId(), acted_by: userId })
    .select('folder_id')
}

interface Row {
  id: string
  title: string
  state: FolderState
  circuit_name: string
  kind: StepKind | null
  desk_name: string | null
  opened_by: string | null
  due_on: string | null
  created_at: Date
}

async function toLines(rows: Row[]): Promise<FolderLine[]> {
  const names = await people.names(rows.map((row) => row.opened_by))
  const today = clock.today().toString()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    circuit: row.circuit_name,
    kind: row.kind,
    desk: row.desk_name,
    opener: names.get(row.opened_by ?? '') ?? null,
    dueOn: row.due_on,
    isLate: row.state === 'in_progress' && row.due_on !== null && row.due_on < today,
    openedAt: DateTime.fromJSDate(row.created_at),
  }))
}
