import type { QueryClientContract } from '@adonisjs/lucid/types/database'

interface Query {
  text: string
  values: unknown[]
}

interface Connection {
  query(query: Query): Promise<unknown>
}

/**
 * The limiter names its prepared statements. Behind a pooler in transaction mode the next statement
 * may meet another server connection, where that name exists already or never did: 43 logins of 50
 * failed. This client says the same statements without a name.
 */
export function withoutNames(client: QueryClientContract): QueryClientContract {
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
    dialect: client.dialect,
    getWriteClient: () => ({ client: nameless }),
  } as unknown as QueryClientContract
}
