import type { Actor } from '#lib/proof'
import { projectMoved } from '../events.js'
import { ReasonMissing, StepBlocked } from '../errors.js'
import { findingsBefore } from '../rules/project_guards.js'
import type { ProjectEvent } from '../rules/project_steps.js'
import type Project from './project.js'
import { factsOf } from './project_facts.js'
import { projectLifecycle } from './project_lifecycle.js'

/**
 * Takes a project (loaded whole) to its next step. Throws E_PROJECT_STEP_BLOCKED with what stands
 * in the way, E_PROJECT_REASON_MISSING when a step is reopened without a reason; warnings pass.
 */
export async function advance(
  project: Project,
  event: ProjectEvent,
  by: Actor,
  reason: string | null = null
): Promise<void> {
  if (event === 'reopen' && !reason?.trim()) throw new ReasonMissing().at('reason')
  const blocks = findingsBefore(event, await factsOf(project)).filter((it) => it.level === 'block')
  if (blocks.length > 0) throw new StepBlocked(blocks.map((it) => it.text).join(' '))
  await projectLifecycle.apply(project, event, {
    by,
    reason: reason ?? undefined,
    subject: project.ref,
    transitionsTable: 'territory.project_transitions',
    foreignKey: 'project_id',
  })
  await projectMoved.emit({ projectId: project.id })
}
