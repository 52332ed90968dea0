import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

const held = new AsyncLocalStorage<TransactionClientContract>()

/** Runs `work` as code that holds the connection of `trx`, whatever tenant context surrounds it. */
export const holding = <T>(trx: TransactionClientContract, work: () => Promise<T>): Promise<T> =>
  held.run(trx, work)

/** Runs `work` as code that holds nothing, as a process does that is handed a job. */
export const holdingNothing = <T>(work: () => Promise<T>): Promise<T> => held.exit(work)

/**
 * A bug: forty visitors who each hold a connection and wait for a second one wait for each other,
 * until all of them time out.
 */
export class SecondConnection extends Error {
  readonly code = 'E_SECOND_CONNECTION'
  constructor(pool: string) {
    super(`A connection to « ${pool} » is taken while one is held: ask the transaction in context`)
  }
}

/** `onBreach` hears of each connection that is taken by code that holds one, before it waits. */
export function watchConnections(
  db: Database,
  pools: string[],
  onBreach: (breach: SecondConnection) => void
): void {
  for (const pool of pools) {
    const knex = db.connection(pool).getWriteClient().client
    const acquire = knex.acquireConnection.bind(knex)
    knex.acquireConnection = async () => {
      const trx = held.getStore()
      if (trx && !trx.isCompleted) onBreach(new SecondConnection(pool))
      return acquire()
    }
  }
}
