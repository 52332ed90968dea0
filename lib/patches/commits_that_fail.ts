interface Answer {
  response?: { command?: string }
}

/** The part of a transaction of knex 3.3 that ends it; `executionPromise` settles before `commit` does. */
interface Ending {
  transactor: { executionPromise: Promise<unknown> }
  commit(connection: unknown, value: unknown): Promise<Answer | undefined>
}

/** What was to be written is not: the base answered to COMMIT that it rolls back. */
export class RolledBackByTheBase extends Error {
  readonly code = 'E_ROLLED_BACK'
  constructor() {
    super('The base rolled the transaction back: one of its statements had failed')
  }
}

/**
 * knex 3.3 answers to whoever commits by hand, as Lucid does, that all went well although COMMIT
 * failed: a server that dies meanwhile, or a constraint that is checked at the end. Somebody would be
 * told that her bid is deposited. COMMIT of a transaction of which a statement failed is answered
 * « ROLLBACK » by PostgreSQL, without an error: nothing is written then either.
 */
export function tellCommitsThatFail(client: { transaction: Function }): void {
  const make = client.transaction.bind(client)
  client.transaction = (...asked: unknown[]) => {
    const trx: Ending = make(...asked)
    const commit = trx.commit.bind(trx)
    trx.commit = async (connection, value) => {
      const answer = await commit(connection, value)
      await trx.transactor.executionPromise
      if (answer?.response?.command === 'ROLLBACK') throw new RolledBackByTheBase()
      return answer
    }
    return trx
  }
}
