import type { JsonSchema } from './schema_of.js'

const TYPES: Record<string, string> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  boolean: 'oui ou non',
  array: 'liste',
  object: 'objet',
}

/** The fields of a body as the page of the documentation says them. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties).map(([name, schema]) => {
    const [type] = [schema.type ?? 'string'].flat().filter((one) => one !== 'null')
    const choices = schema.enum?.filter((value) => value !== null).join(', ')
    return {
      name,
      type: choices ? `parmi : ${choices}` : (TYPES[type] ?? type),
      required: (required as string[]).includes(name),
    }
  })
}
