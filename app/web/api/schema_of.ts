import type { Shape } from './operation.js'

/** A JSON Schema, of the draft that OpenAPI 3.1 takes (2020-12). */
export interface JsonSchema {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  enum?: unknown[]
  [word: string]: unknown
}

const known = new WeakMap<Shape, JsonSchema>()

/** The schema of what a validator takes: the document and the judge cannot differ. */
export function schemaOf(shape: Shape): JsonSchema {
  const made = known.get(shape)
  if (made) return made
  const schema = tidied(shape.toJSONSchema() as JsonSchema)
  known.set(shape, schema)
  return schema
}

/** The same for a program: a form says `on`, JSON says `true`. */
function tidied(schema: JsonSchema): JsonSchema {
  const tidy: JsonSchema = { ...schema }
  if (isOnOff(schema.enum)) {
    delete tidy.enum
    tidy.type = schema.enum.includes(null) ? ['boolean', 'null'] : 'boolean'
  }
  if (schema.items) tidy.items = tidied(schema.items)
  if (schema.properties)
    tidy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, tidied(one)])
    )
  return tidy
}

const isOnOff = (values: unknown): values is unknown[] =>
  Array.isArray(values) && values.includes('on') && values.includes(true)
