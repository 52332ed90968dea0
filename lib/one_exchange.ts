/** A question that knows its text and asks itself when it is awaited, as the builders of Lucid do. */
export interface Question extends PromiseLike<unknown> {
  toSQL(): { sql: string; bindings: readonly unknown[] }
}

/** What asks for them: a transaction, or a pool. */
interface Asked {
  rawQuery(sql: string): PromiseLike<any> & { knexQuery?: { options(said: object): unknown } }
}

/** No quote, no backslash, no space: such a text ends no literal of SQL, whoever wrote it. */
const PLAIN = /^[\w.:+-]*$/

/**
 * The rows of several questions, in one exchange with the base and in their order. Only questions
 * whose values are plain (identifiers, names of ours, whole numbers, lists of them) travel together,
 * as texts that carry them: one message, where parameters take five. One that asks for anything else,
 * as words that were typed, goes alone with its parameters. None may write
 * nor lock: PostgreSQL stops at the first that fails, and a page that only reads has no transaction.
 */
export async function inOneExchange(client: Asked, questions: Question[]): Promise<any[][]> {
  const texts = questions.map(textOf)
  const answers = await ask(
    client,
    texts.filter((text) => text !== null)
  )
  const rows: any[][] = []
  for (const [n, question] of questions.entries())
    rows.push(rowsOf(texts[n] === null ? await question : answers.shift()))
  return rows
}

/**
 * The driver gives several answers in a list, and one by itself. They need no transaction around them
 * (see `lib/patches/opening_when_needed.ts`).
 */
async function ask(client: Asked, texts: string[]): Promise<unknown[]> {
  if (texts.length === 0) return []
  const asked = client.rawQuery(texts.join(';\n'))
  asked.knexQuery?.options({ readsAlone: true })
  return [await asked].flat()
}

/** A builder gives rows; SQL of ours gives the answer of the driver. */
const rowsOf = (answer: any): any[] => (Array.isArray(answer) ? answer : answer.rows)

/** The text of a question with its values in it, or null when one of them is not plain. */
export function textOf(question: Pick<Question, 'toSQL'>): string | null {
  const { sql, bindings } = question.toSQL()
  const pieces = sql.split('?')
  // A `\?` is an operator, and no place for a value
  if (pieces.length !== bindings.length + 1 || sql.includes('\\')) return null
  const literals = bindings.map(literalOf)
  if (literals.includes(null)) return null
  return pieces.map((piece, n) => piece + (literals[n] ?? '')).join('')
}

function literalOf(value: unknown): string | null {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? `${value}` : null
  if (typeof value === 'string') return PLAIN.test(value) ? `'${value}'` : null
  if (!Array.isArray(value)) return null
  const isPlain = value.every((one) => typeof one === 'string' && PLAIN.test(one))
  return isPlain ? `'{${value.map((one) => `"${one}"`).join(',')}}'` : null
}

/**
 * A text of ours with what it names (`:name`) in its place, for an exchange that takes no parameters.
 * Throws where a value is not plain: it has a shape that was to be checked before.
 */
export function spelledOut(text: string, named: Record<string, unknown>): string {
  const bindings: unknown[] = []
  const sql = text.replace(/(?<!:):(\w+)/g, (_, name: string) => {
    bindings.push(named[name])
    return '?'
  })
  const said = textOf({ toSQL: () => ({ sql, bindings }) })
  if (said === null) throw new Error('Identifiers, digests and whole numbers alone are spelled out')
  return said
}
