import { comesAgain, giveUp } from '../plans_worth.js'

/** A connection of pg 8: the process behind it as it was told, and where its transaction stands (I, T or E). */
interface Connection {
  processID?: number
  getTransactionStatus(): 'I' | 'T' | 'E' | null
}

/** A statement of a text of several: with its values in it, and the plan that it may be run by. */
export interface Said {
  text: string
  plan?: { sql: string; literals: string[] } | null
}

interface Asked {
  sql: string
  bindings?: readonly unknown[]
  response?: unknown
  options?: { said?: Said[]; before?: string[] }
}

/** The part of a client of knex 3.3 that sends a text. */
interface Client {
  _query(connection: Connection, asked: Asked): Promise<Asked>
}

/** What a connection has prepared; null behind a pooler, where the next text goes to another one. */
const prepared = new WeakMap<Connection, Map<string, string> | null>()
let names = 0

/**
 * PostgreSQL 18 spends three quarters of what a page costs it in reading, analysing and planning texts
 * that it has seen before. A question that says so (`plan`) is prepared once a connection, and run by
 * EXECUTE in the same text as the others: still one exchange. It chooses a plan for all members where
 * one is as good (PREPARE, « plan_cache_mode »): say `plan` of what is found by a key, and of what any
 * member has few of. Whatever goes wrong with one, as a column that an upgrade brings meanwhile
 * (« cached plan must not change result type »), the text is said again as it was: nothing was done.
 */
export function keepPlans(client: Client): void {
  const sayOne = client._query
  client._query = async function (this: Client, connection, asked) {
    const say: Client['_query'] = (...all) => sayOne.apply(this, all)
    const { said, before = [] } = asked.options ?? {}
    if (!said?.some(({ plan }) => plan) || !startsAfresh(connection)) return say(connection, asked)
    const known = await plansOf(connection, say)
    if (!known) return say(connection, asked)
    const statements = said.flatMap((one) => byPlan(one, known))
    const count = before.length
    try {
      const sql = [...before, ...statements.map(({ text }) => text)].join('; ')
      const { response } = await say(connection, { ...asked, sql })
      const answers = [response].flat()
      asked.response = answers.filter((_, n) => n < count || !statements[n - count].prepares)
      return asked
    } catch {
      return sayAsItWas(connection, asked, statements, say)
    }
  }
}

async function sayAsItWas(
  connection: Connection,
  asked: Asked,
  statements: Statement[],
  say: Client['_query']
): Promise<Asked> {
  prepared.set(connection, new Map())
  // Where the transaction stands is told after the error: a text that opened one may still be in it
  if (asked.options?.before?.includes('begin')) await say(connection, { sql: 'rollback' })
  await say(connection, { sql: 'deallocate all' })
  const answered = await say(connection, asked)
  for (const { prepares } of statements) if (prepares) giveUp(prepares)
  return answered
}

/** Inside a transaction what fails cannot be said again. */
const startsAfresh = (connection: Connection) => connection.getTransactionStatus() === 'I'

async function plansOf(connection: Connection, say: Client['_query']) {
  const known = prepared.get(connection)
  if (known !== undefined) return known
  const { response } = await say(connection, { sql: 'select pg_backend_pid() as pid' })
  const isItself = (response as { rows: { pid: number }[] }).rows[0].pid === connection.processID
  prepared.set(connection, isItself ? new Map() : null)
  return prepared.get(connection)!
}

/** `prepares`: the text that it prepares, and of which nobody awaits the answer. */
interface Statement {
  text: string
  prepares?: string
}

function byPlan({ text, plan }: Said, known: Map<string, string>): Statement[] {
  if (!plan || !comesAgain(plan.sql)) return [{ text }]
  const values = plan.literals.length > 0 ? `(${plan.literals.join(', ')})` : ''
  const name = known.get(plan.sql)
  if (name) return [{ text: `execute ${name}${values}` }]
  const fresh = `kept_${++names}`
  known.set(plan.sql, fresh)
  return [
    { text: `prepare ${fresh} as ${plan.sql}`, prepares: plan.sql },
    { text: `execute ${fresh}${values}` },
  ]
}
