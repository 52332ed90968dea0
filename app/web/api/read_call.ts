import type { HttpContext } from '@adonisjs/core/http'
import { incomingFiles, type IncomingFile } from '#web/uploads'
import { FieldsRefused, type FieldFault } from './errors.js'
import type { Call, Operation, ReceivedFile, Shape } from './operation.js'
import { schemaOf } from './schema_of.js'

type Where = 'query' | 'body'

/** Judges what a program sent; throws E_FIELDS_REFUSED with each fault at its place. */
export async function readCall(ctx: HttpContext, operation: Operation): Promise<Call> {
  const { query, body, files = {} } = operation
  return {
    ctx,
    params: ctx.params,
    query: query ? await judge(query, ctx.request.qs(), 'query') : {},
    body: body ? await judge(body, fieldsOf(ctx, files), 'body') : {},
    files: await filesOf(ctx, files),
  }
}

/** The body without its files, nor what names those that came before it. */
function fieldsOf({ request }: HttpContext, files: Record<string, ReceivedFile>) {
  const names = Object.keys(files)
  if (names.length === 0) return request.body() ?? {}
  return Object.fromEntries(
    Object.entries(request.body() ?? {}).filter(([name]) => ![...names, 'uploads'].includes(name))
  )
}

async function judge(shape: Shape, sent: unknown, where: Where): Promise<any> {
  const faults = unknownIn(shape, sent, where)
  try {
    const read = await shape.validate(sent)
    if (faults.length === 0) return read
  } catch (error: any) {
    if (error?.code !== 'E_VALIDATION_ERROR') throw error
    for (const { field, message, rule } of error.messages)
      faults.push({ ...placeOf(field, where), detail: message, code: rule })
  }
  throw new FieldsRefused(faults)
}

/** A word of the program that we do not know is a mistake of its author: silence would hide it. */
function unknownIn(shape: Shape, sent: unknown, where: Where): FieldFault[] {
  const known = Object.keys(schemaOf(shape).properties ?? {})
  const said = typeof sent === 'object' && sent !== null ? Object.keys(sent) : []
  return said
    .filter((name) => !known.includes(name))
    .map((name) => ({
      ...placeOf(name, where),
      detail: 'Ce champ n’existe pas : retirez-le, ou vérifiez son nom.',
      code: 'unknown',
    }))
}

export const pointerOf = (field: string): string =>
  `/${field
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`

const placeOf = (field: string, where: Where) =>
  where === 'query' ? { parameter: field } : { pointer: pointerOf(field) }

async function filesOf(ctx: HttpContext, wanted: Record<string, ReceivedFile>) {
  const files: Record<string, IncomingFile[]> = {}
  for (const [field, { several }] of Object.entries(wanted)) {
    files[field] = await incomingFiles(ctx, field)
    const count = files[field].length
    if (count === 0 || (count > 1 && !several)) {
      const detail = count === 0 ? 'Joignez un fichier.' : 'Joignez un seul fichier.'
      throw new FieldsRefused([{ pointer: pointerOf(field), detail, code: 'file' }])
    }
  }
  return files
}
