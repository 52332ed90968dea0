import { API_ROOT, allApis, callOf } from '#web/api/registry'
import type { Api, Operation } from '#web/api/operation'
import { schemaOf, type JsonSchema } from '#web/api/schema_of'
import { type Program, type Told } from '#tests/world/program'
import { PDF } from '#tests/actes/room'
import type { World } from '../world.js'

export interface Asked {
  api: Api
  operation: Operation
  method: string
  /** Under /api/v1, with its parameters: `/things/:id`. */
  path: string
}

/** Every operation of the document. */
export const everyOperation = (): Asked[] =>
  allApis().flatMap((api) =>
    api.operations.map((operation) => ({ api, operation, ...callOf(api, operation) }))
  )

export const said = ({ api, operation }: Asked) => `${api.room}.${operation.name}`
export const paramsIn = ({ path }: Asked) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)

/** The values that a world gives to an operation: those of the page whose gesture it is, if any. */
export function valuesOf(asked: Asked, world: World): Record<string, string> {
  const { api, operation } = asked
  const wanted = paramsIn(asked)
  const names = [...operation.gestures, `${api.room}.`]
  const candidates = Object.entries(world.routes)
    .filter(([beginning]) => beginning.startsWith(`${api.room}.`))
    .filter(([, values]) => wanted.every((name) => name in values))
    .sort(
      ([one], [other]) =>
        closeness(other, names) - closeness(one, names) || one.length - other.length
    )
  return candidates[0]?.[1] ?? {}
}

const closeness = (beginning: string, names: string[]) =>
  Math.max(0, ...names.filter((name) => name.startsWith(beginning)).map(() => beginning.length))

export const addressOf = (asked: Asked, values: Record<string, string>) =>
  `${API_ROOT}${asked.path.replace(/:(\w+)/g, (_, name) => values[name] ?? '')}`

/** Asks an operation of a world's things, as a program that read them first when it must. */
export async function ask(program: Program, asked: Asked, world: World, etag = '*'): Promise<Told> {
  const { operation, method } = asked
  const headers: Record<string, string> = {
    ...(typeof operation.seen === 'function' && { 'if-match': etag }),
    ...sampleHeaders(operation),
  }
  const path = addressOf(asked, valuesOf(asked, world))
  if (method === 'GET') return program.get(`${path}${queryOf(operation)}`, headers)
  if (operation.isPiece)
    return program.ask(method, path, {
      headers: { ...headers, 'content-type': 'application/offset+octet-stream' },
      body: Buffer.from('x'),
    })
  return program.send(method, path, bodyOf(asked, world), headers)
}

const SAMPLES: Record<string, string> = {
  'Upload-Length': '10',
  'Upload-Offset': '0',
  'Tus-Resumable': '1.0.0',
}
const sampleHeaders = ({ headers = {} }: Operation) =>
  Object.fromEntries(
    Object.keys(headers).flatMap((name) => (name in SAMPLES ? [[name, SAMPLES[name]]] : []))
  )

function bodyOf({ operation }: Asked, world: World): unknown {
  const fields = { ...sampleOf(operation.body), ...knownIn(operation, world) }
  const files = Object.keys(operation.files ?? {})
  if (files.length === 0) return operation.body ? fields : undefined
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  for (const name of files) form.append(`${name}[]`, new Blob([PDF]), 'piece.pdf')
  return form
}

/** What the world says for the page of the same gesture, but the words of forms. */
function knownIn({ body, gestures }: Operation, world: World): Record<string, unknown> {
  const known = body ? Object.keys(schemaOf(body).properties ?? {}) : []
  const given = gestures.map((name) => world.bodies?.[name]).find(Boolean) ?? {}
  return Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)))
}

function queryOf({ query }: Operation): string {
  const asked = new URLSearchParams(sampleOf(query) as Record<string, string>)
  return asked.size > 0 ? `?${asked}` : ''
}

/** The required fields, as their schemas want them. */
function sampleOf(shape: Operation['body'] | Operation['query']): Record<string, unknown> {
  const { properties = {}, required = [] } = shape ? schemaOf(shape) : ({} as JsonSchema)
  return Object.fromEntries(
    (required as string[]).map((name) => [name, sampleFor(properties[name] ?? {})])
  )
}

function sampleFor(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0]
  if (schema.format === 'uuid') return '01930000-0000-7000-8000-000000000000'
  if (schema.format === 'date') return '2026-01-01'
  if (schema.type === 'array') return []
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  return 'Un texte'
}
