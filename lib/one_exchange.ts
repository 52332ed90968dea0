import type { Said } from './patches/plans_kept.js'

/** A question that knows its text and asks itself when it is awaited, as the builders of Lucid do. */
export interface Question extends PromiseLike<unknown> {
  toSQL(): { sql: string; bindings: readonly unknown[] }
  /** Found by a key, or among what any member has few of: its plan is kept (`lib/patches/plans_kept.ts`). */
  keepsPlan?: boolean
}

/** The same question, of which the base keeps the plan. */
export const keepingPlan = <Q extends Pick<Question, 'toSQL'>>(question: Q): Q =>
  Object.assign(question, { keepsPlan: true })

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
  const said = questions.map(saidOf)
  const answers = await ask(
    client,
    said.filter((one) => one !== null)
  )
  const rows: any[][] = []
  for (const [n, question] of questions.entries())
    rows.push(rowsOf(said[n] === null ? await question : answers.shift()))
  return rows
}

/**
 * What the driver answers to each of `said`, in one exchange that begins with `before` (SET LOCAL):
 * several answers come in a list, and one by itself. They need no transaction around them (see
 * `lib/patches/opening_when_needed.ts`).
 */
export async function ask(client: Asked, said: Said[], before: string[] = []): Promise<any[]> {
  if (said.length === 0) return []
  const asked = client.rawQuery([...before, ...said.map(({ text }) => text)].join(';\n'))
  asked.knexQuery?.options({ readsAlone: true, said, before })
  return [await asked].flat().slice(before.length)
}

/** A builder gives rows; SQL of ours gives the answer of the driver. */
const rowsOf = (answer: any): any[] => (Array.isArray(answer) ? answer : answer.rows)

/** The text of a question with its values in it, or null when one of them is not plain. */
export const textOf = (question: Pick<Question, 'toSQL'>): string | null =>
  saidOf(question)?.text ?? null

/** A question as it is sent: null when one of its values is not plain. */
export function saidOf(question: Pick<Question, 'toSQL' | 'keepsPlan'>): Said | null {
  const { sql, bindings } = question.toSQL()
  const pieces = sql.split('?')
  // A `\?` is an operator, and no place for a value
  if (pieces.length !== bindings.length + 1 || sql.includes('\\')) return null
  const literals = bindings.map(literalOf) as string[]
  if (literals.includes(null as never)) return null
  const text = pieces.map((piece, n) => piece + (literals[n] ?? '')).join('')
  if (!question.keepsPlan) return { text }
  const asked = pieces.map((piece, n) => (n === 0 ? piece : `$${n}${piece}`)).join('')
  return { text, plan: { sql: asked, literals } }
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
