import { isUuid } from '#lib/values'

export interface Connection {
  __knex__disposed?: unknown
}

/** A statement as knex says it: a text, or one with its values and its options. */
type Statement =
  | string
  | {
      sql: string
      bindings?: readonly unknown[]
      options?: { readsAlone?: boolean; before?: string[] }
    }

/** The part of a transaction of knex 3.3 that opens it; `trxClient` is there when `begin` is called. */
export interface Beginning {
  trxClient: {
    query(connection: Connection, asked: Statement): Promise<{ response: any }>
    stream(connection: Connection, ...asked: unknown[]): Promise<unknown>
    transaction(...asked: unknown[]): unknown
  }
  /** What a transaction inside this one waits for. */
  _lastChild: Promise<unknown>
  _completed: boolean
  begin(connection: Connection): Promise<unknown>
}

const THE_END = /^(commit|rollback)\b/i
const NOTHING_TO_END = { response: { command: 'COMMIT', rows: [] } }

/**
 * A transaction that begins with the first statement that needs it to, in the exchange of that one.
 * Texts of questions that say `readsAlone` (see `inOneExchange`) need none: PostgreSQL runs a text of
 * several statements as one transaction, in which `settings` (SET LOCAL) hold and with which they end.
 * A page that asks nothing else says neither BEGIN nor COMMIT.
 */
export function holdTheOpening(trx: Beginning, connection: Connection, settings: string[]): void {
  const client = trx.trxClient
  const [ask, stream, nest] = [
    client.query.bind(client),
    client.stream.bind(client),
    client.transaction.bind(client),
  ]
  /** Rejected when it could not begin: nothing more is said then, but the end. */
  let opened: Promise<unknown> | undefined
  const open = () => (opened ??= ask(connection, ['begin', ...settings].join('; ')))

  client.query = async (_connection, asked) => {
    // Said at once: knex holds the transaction for completed as soon as it has asked
    if (isTheEnd(asked)) return opened ? ask(connection, asked) : NOTHING_TO_END
    if (!opened && typeof asked !== 'string') {
      if (asked.options?.readsAlone) return askAfter(settings, asked, asked.sql)
      const text = textOfIdentifiers(asked)
      if (text) return openWith(asked, text)
    }
    await open()
    return ask(connection, asked)
  }
  client.stream = async (_connection, ...asked) => {
    await open()
    return stream(connection, ...asked)
  }
  client.transaction = (...asked) => {
    trx._lastChild = trx._lastChild.then(open)
    return nest(...asked)
  }

  function openWith(asked: Asked, text: string) {
    const answered = askAfter(['begin', ...settings], asked, text)
    opened = answered
    return answered
  }

  /** The answers of what goes before are nobody's. */
  async function askAfter(before: string[], asked: Asked, text: string) {
    const sql = [...before, text].join('; ')
    const options = { ...asked.options, before: [...before, ...(asked.options?.before ?? [])] }
    const answered = await ask(connection, { ...asked, sql, bindings: [], options })
    const [first, ...others] = answered.response.slice(before.length)
    answered.response = others.length > 0 ? [first, ...others] : first
    return answered
  }
}

type Asked = Exclude<Statement, string>

const isTheEnd = (asked: Statement): boolean =>
  THE_END.test(typeof asked === 'string' ? asked : asked.sql)

/**
 * A statement with its values in it, for a text of several statements takes no parameters; null when
 * one of them is more than an identifier or a number, and might be what a person wrote.
 */
function textOfIdentifiers({ sql, bindings = [] }: Asked): string | null {
  const pieces = sql.split('?')
  if (pieces.length !== bindings.length + 1 || sql.includes('\\')) return null
  if (!bindings.every((value) => Number.isSafeInteger(value) || isUuid(value))) return null
  return pieces.map((piece, n) => (n === 0 ? piece : `'${bindings[n - 1]}'${piece}`)).join('')
}
