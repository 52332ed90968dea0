import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import { type ProjectStep, STEP_LABELS } from '../rules/project_steps.js'
import type Project from '../models/project.js'

/** The steps that the project took or took back, the last one first. */
export async function threadOf(project: Project) {
  const rows = await tenancy
    .trx()
    .from('territory.project_transitions')
    .where({ tenant_id: tenancy.tenantId(), project_id: project.id })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
  const names = await people.names(rows.map((row) => row.actor_id))
  return rows.map((row) => ({
    what: `${row.event === 'reopen' ? 'Étape rouverte' : 'Étape franchie'}\u202f: ${STEP_LABELS[row.to_state as ProjectStep]}`,
    at: row.at,
    by: names.get(row.actor_id) ?? (row.actor_kind === 'system' ? 'La plateforme' : ''),
    note: row.reason,
    meaning: row.event === 'reopen' ? 'trouble' : 'done',
  }))
}
