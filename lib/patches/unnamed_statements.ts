interface Query {
  text: string
  values: unknown[]
}

interface Answer {
  rows: Record<string, unknown>[]
}

interface Connection {
  query(query: Query): Promise<Answer>
}

/** What the limiter asks of a client of Lucid. */
interface Client {
  getWriteClient(): any
}

/** An instant in milliseconds, and no count of requests: it is past the year 2001. */
const isInstant = (value: unknown): value is number => typeof value === 'number' && value > 1e12

/** Moves the instants that a question names by so many milliseconds. */
const later = (values: unknown[], by: number) =>
  values.map((value) => (isInstant(value) ? value + by : value))

/** Moves the end of the counters that came back. `bigint` columns come as text. */
function earlier(answer: Answer, by: number): Answer {
  for (const row of answer.rows) if (row.expire) row.expire = Number(row.expire) - by
  return answer
}

/**
 * rate-limiter-flexible 9.1 names its prepared statements. Behind a pooler in transaction mode the next statement
 * may meet another server connection, where that name exists already or never did: 43 logins of 50
 * failed. This client says the same statements without a name.
 *
 * It also writes the counters in `Date.now()`: a process whose clock is an hour ahead would shut the door of the
 * others for an hour. What is kept is in the time of the base, `lacking()` milliseconds after that of this process.
 */
export function withoutNames<C extends Client>(client: C, lacking: () => number = () => 0): C {
  const pool = client.getWriteClient().client
  const real = new WeakMap<Connection, unknown>()
  const nameless = {
    async acquireConnection(): Promise<Connection> {
      const connection: Connection = await pool.acquireConnection()
      const unnamed = {
        async query({ text, values }: Query) {
          const by = lacking()
          return earlier(await connection.query({ text, values: later(values, by) }), by)
        },
      }
      real.set(unnamed, connection)
      return unnamed
    },
    releaseConnection: (unnamed: Connection) => pool.releaseConnection(real.get(unnamed)),
  }
  return {
    dialect: (client as { dialect?: unknown }).dialect,
    getWriteClient: () => ({ client: nameless }),
  } as unknown as C
}
