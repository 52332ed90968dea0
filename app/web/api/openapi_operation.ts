import { goodAnswer, ref } from './openapi_answer.js'
import type { Api, Operation, ReceivedFile } from './operation.js'
import { schemaOf, type JsonSchema } from './schema_of.js'

/** One operation of the document, from what its room declared and its validators take. */
export function operationOf({ room, label }: Api, operation: Operation, path: string): object {
  const { name, title, says, permission } = operation
  const scope = `Permission : \`${permission}\`.`
  return {
    operationId: `${room}_${name}`,
    tags: [label],
    summary: title,
    description: [says, scope].filter(Boolean).join('\n\n'),
    parameters: parametersOf(operation, path),
    ...bodyOf(operation),
    responses: answersOf(operation, path),
  }
}

function parametersOf(operation: Operation, path: string): object[] {
  const { call, query, seen, headers = {}, answer, keepsNoAnswer } = operation
  const isKept = answer.kind !== 'raw' && !keepsNoAnswer
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const inQuery = Object.entries(query ? (schemaOf(query).properties ?? {}) : {}).map(
    ([name, schema]) => ({ name, in: 'query', required: false, schema })
  )
  const inHeaders = Object.entries(headers).map(([name, { says, required = false }]) => ({
    name,
    in: 'header',
    required,
    description: says,
    schema: { type: 'string' },
  }))
  const common = call.startsWith('GET ')
    ? [ref('parameters/IfNoneMatch')]
    : [
        ...(typeof seen === 'function' ? [ref('parameters/IfMatch')] : []),
        ...(isKept ? [ref('parameters/IdempotencyKey')] : []),
      ]
  return [...inPath, ...inQuery, ...inHeaders, ...common]
}

function bodyOf({ body, files = {}, isPiece }: Operation): object {
  if (isPiece) {
    const schema = { type: 'string', contentMediaType: 'application/octet-stream' }
    return {
      requestBody: { required: true, content: { 'application/offset+octet-stream': { schema } } },
    }
  }
  const names = Object.keys(files)
  if (!body && names.length === 0) return {}
  const fields = body ? schemaOf(body) : { type: 'object', properties: {} }
  const required = names.length > 0 || (fields.required as string[] | undefined)?.length
  const content: Record<string, object> = {
    'application/json': { schema: names.length > 0 ? withUploads(fields, names) : fields },
  }
  if (names.length > 0) content['multipart/form-data'] = { schema: withFiles(fields, files) }
  return { requestBody: { required: Boolean(required), content } }
}

const alsoRequired = (schema: JsonSchema, names: string[]) => [
  ...((schema.required as string[] | undefined) ?? []),
  ...names,
]

/** The files that came before, by tus, named by their ids. */
function withUploads(fields: JsonSchema, names: string[]): JsonSchema {
  const ids = { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1 }
  const uploads = {
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, ids])),
  }
  return {
    ...fields,
    properties: { ...fields.properties, uploads },
    required: alsoRequired(fields, ['uploads']),
  }
}

function withFiles(fields: JsonSchema, files: Record<string, ReceivedFile>): JsonSchema {
  const bytes = { type: 'string', contentMediaType: 'application/octet-stream' }
  const parts = Object.entries(files).map(([name, { says, several }]) => [
    several ? `${name}[]` : name,
    several ? { type: 'array', items: bytes, description: says } : { ...bytes, description: says },
  ])
  return {
    ...fields,
    properties: { ...fields.properties, ...Object.fromEntries(parts) },
    required: alsoRequired(
      fields,
      parts.map(([name]) => name as string)
    ),
  }
}

function answersOf(operation: Operation, path: string): Record<string, object> {
  const { call, body, query, files, seen, refuses = [] } = operation
  const statuses = new Set([401, 403, 429, 500, ...refuses])
  if (path.includes(':')) statuses.add(404)
  if (body || query || files) statuses.add(422)
  if (!call.startsWith('GET ')) [400, 409, 422].forEach((status) => statuses.add(status))
  if (files) [413, 503, 507].forEach((status) => statuses.add(status))
  if (typeof seen === 'function') [412, 428].forEach((status) => statuses.add(status))
  const problems = [...statuses].map((status) => [
    String(status),
    ref(`responses/Probleme${status}`),
  ])
  return { ...goodAnswer(operation.answer), ...Object.fromEntries(problems) }
}
