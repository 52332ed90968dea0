interface Query {
  text: string
  values: unknown[]
}

interface Connection {
  query(query: Query): Promise<unknown>
}

/** What the limiter asks of a client of Lucid. */
interface Client {
  getWriteClient(): any
}

/**
 * rate-limiter-flexible 9.1 names its prepared statements. Behind a pooler in transaction mode the next statement
 * may meet another server connection, where that name exists already or never did: 43 logins of 50
 * failed. This client says the same statements without a name.
 */
export function withoutNames<C extends Client>(client: C): C {
  const pool = client.getWriteClient().client
  const real = new WeakMap<Connection, unknown>()
  const nameless = {
    async acquireConnection(): Promise<Connection> {
      const connection: Connection = await pool.acquireConnection()
      const unnamed = {
        query: ({ text, values }: Query) => connection.query({ text, values }),
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
