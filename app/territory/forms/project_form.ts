import { journal } from '#kernel/journal'
import { people } from '#kernel/people'
import { DateTime } from 'luxon'
import type Project from '../models/project.js'
import { type TypedProject, blankProject, typedProject } from '../rules/parts/project_definition.js'
import type { Form } from './form.js'

/** The form on the settings of a project; without one, on a project to come. */
export function projectForm(project: Project | null): Form<TypedProject> {
  return {
    key: project ? `projet:${project.id}` : 'nouveau-projet',
    blank: blankProject,
    stored: project ? typedProject(project) : blankProject,
    lastChange: async () => project && lastChange(project),
  }
}

async function lastChange(project: Project) {
  const entries = await journal.entriesOf(project.ref)
  const last = entries.findLast(({ type }) => type === 'territory.project_changed')
  if (!last) return null
  const names = await people.names([last.actor.id])
  return {
    by: names.get(last.actor.id ?? '') ?? 'Une autre personne',
    at: DateTime.fromISO(last.at),
    told: Object.values(typedProject(project)).filter(Boolean).join('\n'),
  }
}
