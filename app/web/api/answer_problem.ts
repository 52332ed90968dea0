import type { HttpContext } from '@adonisjs/core/http'
import { type Problem, toProblem } from '../problem.js'
import { FieldsRefused, type FieldFault } from './errors.js'
import { pointerOf } from './read_call.js'
import { TITLES } from './titles.js'

/** Answers a program what went wrong: RFC 9457, in French, each fault of a field at its place. */
export function answerProblem(
  { request, response }: HttpContext,
  thrown: unknown,
  problem: Problem | null
) {
  const error = asRefusal(thrown)
  const told = error === thrown ? problem : toProblem(error)
  const { status, code, sentence, field, details } = told ?? unread(error)
  const faults = error instanceof FieldsRefused ? error.faults : faultsOf(field, sentence, details)
  return response
    .status(status)
    .header('content-type', 'application/problem+json')
    .send({
      type: `urn:halle:${code}`,
      title: TITLES[status] ?? TITLES[status < 500 ? 400 : 500],
      status,
      detail: sentence,
      code,
      requestId: request.id(),
      ...(faults.length > 0 && { errors: faults }),
    })
}

/** What the form of a page refuses, as a call is told it: each sentence at its field. */
const asRefusal = (error: any) =>
  error?.code === 'E_VALIDATION_ERROR'
    ? new FieldsRefused(
        error.messages.map(({ field, message, rule }: Record<string, string>) => ({
          ...{ pointer: pointerOf(field), detail: message, code: rule },
        }))
      )
    : error

/** What the framework refused before us: a body that is no JSON. */
const unread = (error: any): Problem => ({
  status: error?.status ?? 500,
  code: error?.code ?? 'E_INTERNAL',
  sentence: 'Cette demande n’a pas pu être lue.',
  details: {},
})

/** What a rule of a room says of the fields: all that it names, or the one that it is about. */
function faultsOf(
  field: string | undefined,
  sentence: string,
  { problems }: Problem['details']
): FieldFault[] {
  if (Array.isArray(problems))
    return problems.map((one: { field: string; message: string }) => ({
      pointer: pointerOf(one.field),
      detail: one.message,
    }))
  return field ? [{ pointer: pointerOf(field), detail: sentence }] : []
}
