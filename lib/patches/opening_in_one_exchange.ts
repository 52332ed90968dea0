import { type Beginning, type Connection, holdTheOpening } from './opening_when_needed.js'

/** What a transaction begins with; `answers` are filled, one a statement, when it is open. */
export interface Opening {
  statements: string[]
  answers: { rows: any[] }[]
  /** Begins with the first statement that needs a transaction: see `opening_when_needed.ts`. */
  whenNeeded?: boolean
}

/**
 * knex 3.3 sends BEGIN alone and waits for its answer: one exchange of each page for nothing. A
 * transaction of `client` (a pool's) that is given an `opening` says all of it at once. What it sets with SET LOCAL ends
 * with it, since BEGIN goes before; one whose opening fails is rolled back on the spot, or its
 * connection would go back to the pool in the middle of it.
 */
export function openInOneExchange(client: { transaction: Function }): void {
  const make = client.transaction.bind(client)
  client.transaction = (work: unknown, config: { opening?: Opening }, outer: unknown) => {
    const trx: Beginning = make(work, config, outer)
    const { opening } = config ?? {}
    if (opening?.whenNeeded)
      trx.begin = async (connection) => holdTheOpening(trx, connection, opening.statements)
    else if (opening) trx.begin = (connection) => open(trx, connection, opening)
    return trx
  }
}

async function open(trx: Beginning, connection: Connection, opening: Opening): Promise<void> {
  try {
    const sql = ['begin', ...opening.statements].join('; ')
    const { response } = await trx.trxClient.query(connection, sql)
    opening.answers = response.slice(1)
  } catch (error) {
    await trx.trxClient
      .query(connection, 'rollback')
      .catch((lost: Error) => (connection.__knex__disposed = lost))
    trx._completed = true
    throw error
  }
}
