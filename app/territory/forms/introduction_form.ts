import { evaluationTitle } from '../formats/evaluation_report.js'
import type Evaluation from '../models/evaluation.js'
import type Project from '../models/project.js'
import { type EvaluationKey, evaluationPath } from '../rules/evaluation_key.js'
import type { Form } from './form.js'

/** The form on the words that open an evaluation. */
export function introductionForm(
  project: Project,
  key: EvaluationKey,
  evaluation: Evaluation | null
): Form<{ introduction: string }> {
  return {
    key: `projet:${project.id}:evaluation-${evaluationPath(key)}`,
    blank: { introduction: '' },
    stored: { introduction: evaluation?.introduction ?? '' },
    lastChange: async () =>
      evaluation && {
        by: 'Une autre personne',
        at: evaluation.updatedAt ?? evaluation.createdAt,
        told: evaluation.introduction || evaluationTitle(key),
      },
  }
}
