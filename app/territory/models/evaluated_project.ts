import { clock } from '#kernel/clock'
import { YearOutside } from '../errors.js'
import type { EvaluationKey } from '../rules/evaluation_key.js'
import Project from './project.js'

/** The project, when the evaluation asked is of one of its years that have begun. E_YEAR_OUTSIDE. */
export async function evaluatedProject(id: string, { year }: EvaluationKey): Promise<Project> {
  const project = await Project.getWhole(id)
  const last = Math.min(project.lastYear, clock.today().year)
  if (year < project.firstYear || year > last) {
    throw new YearOutside(year, project.firstYear, project.lastYear)
  }
  return project
}
