interface Shape {
  type?: string
  format?: string
  enum?: unknown[]
  required?: string[]
  properties?: Record<string, Shape>
  items?: Shape
  $ref?: string
}

export type Definitions = Record<string, Shape>

const TYPES: Record<string, (value: unknown) => boolean> = {
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** Where a value is not what a definition of Swagger 2.0 describes; a property that it has not is a fault. */
export function faultsOf(value: unknown, name: string, known: Definitions): string[] {
  return judge(value, known[name], name, known)
}

function judge(value: unknown, shape: Shape, at: string, known: Definitions): string[] {
  if (shape.$ref) return judge(value, known[shape.$ref.split('/').at(-1)!], at, known)
  if (shape.type && !TYPES[shape.type](value)) return [`${at} is no ${shape.type}`]
  if (shape.enum && !shape.enum.includes(value)) return [`${at} is not in its list: ${value}`]
  if (shape.format === 'date-time' && Number.isNaN(Date.parse(String(value))))
    return [`${at} is no moment`]
  if (shape.items) {
    return (value as unknown[]).flatMap((one, rank) =>
      judge(one, shape.items!, `${at}[${rank}]`, known)
    )
  }
  if (!shape.properties) return []
  const given = value as Record<string, unknown>
  const missing = (shape.required ?? []).filter((key) => !(key in given))
  return [
    ...missing.map((key) => `${at}.${key} is missing`),
    ...Object.entries(given).flatMap(([key, inner]) =>
      shape.properties![key]
        ? judge(inner, shape.properties![key], `${at}.${key}`, known)
        : [`${at}.${key} is not described`]
    ),
  ]
}
