import { FieldsRefused } from './errors.js'
import { pointerOf } from './read_call.js'

/** Throws E_FIELDS_REFUSED with what the rules of a room found, each at its field. */
export function refuseIfAny(problems: { field: string; message: string }[]): void {
  if (problems.length === 0) return
  throw new FieldsRefused(
    problems.map(({ field, message }) => ({ pointer: pointerOf(field), detail: message }))
  )
}
