import { clock } from '#kernel/clock'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { type EvaluationKey, evaluationPath } from '../rules/evaluation_key.js'
import Evaluation from '../models/evaluation.js'
import { EVALUATION_STATES } from '../models/evaluation_lifecycle.js'
import type Project from '../models/project.js'

/** The evaluation of each year that has begun, the last one first, and of the mandate at its end. */
export async function yearsOf(project: Project) {
  const evaluations = await Evaluation.query().where('projectId', project.id)
  const last = Math.min(clock.today().year, project.lastYear)
  const length = last - project.firstYear + 1
  const keys = Array.from({ length }, (_, index): EvaluationKey => {
    return { year: last - index, scope: 'annual' }
  })
  if (last === project.lastYear) keys.unshift({ year: last, scope: 'final' })
  return keys.map((key) => {
    const known = evaluations.find((it) => it.year === key.year && it.scope === key.scope)
    return {
      path: evaluationPath(key),
      title: evaluationTitle(key),
      state: known ? EVALUATION_STATES[known.state] : null,
      printed: known !== undefined && known.state !== 'justified',
    }
  })
}

/** The years that an advice may come from, the last finished one first. */
export function adviceYears({ firstYear, lastYear }: Project) {
  const now = clock.today().year
  const begun = Array.from(
    { length: Math.max(1, Math.min(now, lastYear) - firstYear + 1) },
    (_, index) => firstYear + index
  )
  const finished = begun.filter((year) => year < now).reverse()
  const order = [...finished, ...begun.filter((year) => year >= now)]
  return order.map((year) => ({ value: String(year), label: String(year) }))
}
