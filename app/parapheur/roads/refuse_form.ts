import { errors } from '@vinejs/vine'
import type { FormProblem } from '../rules/road_form.js'

/** Sends a form back with every sentence at its field. @throws E_VALIDATION_ERROR */
export function refuseForm(problems: FormProblem[]): void {
  if (problems.length === 0) return
  throw new errors.E_VALIDATION_ERROR(problems.map((one) => ({ ...one, rule: 'road' })))
}
