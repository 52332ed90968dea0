import { Unjudgeable, type Line } from './rule_command.js'

const part = (line: Line, name: string): unknown => line[name] ?? null

/** A text that may be absent: null then. @throws Unjudgeable when it is no text */
export function optionalText(line: Line, name: string): string | null {
  const value = part(line, name)
  if (value === null || typeof value === 'string') return value
  throw new Unjudgeable(name, `« ${name} » n’est pas un texte.`)
}

/** @throws Unjudgeable when it is absent or no text */
export function requiredText(line: Line, name: string): string {
  const value = optionalText(line, name)
  if (value === null) throw new Unjudgeable(name, `« ${name} » manque.`)
  return value
}

/** A list of texts, empty when it is absent. @throws Unjudgeable */
export function listOfTexts(line: Line, name: string): string[] {
  const value = part(line, name) ?? []
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (!isList) throw new Unjudgeable(name, `« ${name} » n’est pas une liste de textes.`)
  return value
}

/** A list of objects, empty when it is absent. @throws Unjudgeable */
export function listOfObjects(line: Line, name: string): Line[] {
  const value = part(line, name) ?? []
  if (!Array.isArray(value)) throw new Unjudgeable(name, `« ${name} » n’est pas une liste.`)
  return value.map((one) => asObject(one, name, `« ${name} » n’est pas une liste d’objets.`))
}

/** An object that must be there. @throws Unjudgeable */
export function requiredObject(line: Line, name: string): Line {
  return asObject(part(line, name), name, `« ${name} » n’est pas un objet.`)
}

/** Whatever was read, when it is an object. @throws Unjudgeable */
export function asObject(value: unknown, code: string, message: string): Line {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Line
  throw new Unjudgeable(code, message)
}
