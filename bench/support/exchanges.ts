import pg from 'pg'

/** How many times some work asks PostgreSQL something and waits for its answer. */
export async function countExchanges(work: () => Promise<unknown>): Promise<number> {
  const client = pg.Client.prototype as { query(...args: unknown[]): unknown }
  const { query } = client
  let exchanges = 0
  client.query = function (this: unknown, ...args: unknown[]) {
    exchanges++
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    client.query = query
  }
  return exchanges
}
