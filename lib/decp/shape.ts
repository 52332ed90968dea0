/** What a value of the essential data may be. */
export type Shape =
  | { kind: 'text'; least?: number; most?: number; pattern?: RegExp }
  | { kind: 'word'; words: readonly string[] }
  | { kind: 'number' | 'integer'; least?: number; most?: number }
  | { kind: 'boolean' }
  | ObjectShape
  | { kind: 'list'; of: Shape; least: 0 | 1; mayRepeat: boolean }

export interface ObjectShape {
  kind: 'object'
  members: Record<string, Shape>
  required: string[]
  /** Other members are refused; the national schema does so for a record alone. */
  isClosed: boolean
}

/** A text of so many characters, of that form. */
export const text = (limits: { least?: number; most?: number; pattern?: RegExp } = {}): Shape => ({
  kind: 'text',
  ...limits,
})

/** One of these words. */
export const word = (words: readonly string[]): Shape => ({ kind: 'word', words })

/** A number between two bounds. */
export const number = (least?: number, most?: number): Shape => ({ kind: 'number', least, most })

/** A whole number, of that at least. */
export const integer = (least: number): Shape => ({ kind: 'integer', least })

/** True or false. */
export const boolean: Shape = { kind: 'boolean' }

/** An object; a member whose name ends with `?` may be absent. */
export function object(members: Record<string, Shape>, isClosed = false): ObjectShape {
  const entries = Object.entries(members)
  return {
    kind: 'object',
    members: Object.fromEntries(entries.map(([name, shape]) => [name.replace('?', ''), shape])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    isClosed,
  }
}

/** A list, of one at least and of distinct values unless told. */
export const list = (of: Shape, { least = 1, mayRepeat = false }: ListLimits = {}): Shape => ({
  kind: 'list',
  of,
  least,
  mayRepeat,
})

interface ListLimits {
  least?: 0 | 1
  mayRepeat?: boolean
}

/** `{ titulaire: {…} }`: each value of a list stands under its name. */
export const listOf = (name: string, of: Shape, limits?: ListLimits): Shape =>
  list(object({ [name]: of }), limits)

/** `{ technique: […] }`: the list stands under the name of its values. */
export const listUnder = (name: string, words: readonly string[]): Shape =>
  object({ [name]: list(word(words)) })
