import { AsyncLocalStorage } from 'node:async_hooks'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isUuid } from '#lib/values'
import { holding } from './one_connection.js'
import { openFor } from './opening.js'

export interface TenantContext {
  tenantId: string
  trx: TransactionClientContract
  failed: boolean
}

/** A bug: tenant data was touched outside `tenancy.run`. */
export class NoTenantContext extends Error {
  readonly code = 'E_NO_TENANT_CONTEXT'
  constructor(what: string) {
    super(`${what} belongs to a tenant: call it inside tenancy.run()`)
  }
}

/** Leaves the transaction without losing what the callback answered. */
class RolledBack extends Error {
  constructor(readonly value: unknown) {
    super('rolled back')
  }
}

const storage = new AsyncLocalStorage<TenantContext | undefined>()

export const tenancy = {
  current: (): TenantContext | undefined => storage.getStore(),

  trx(): TransactionClientContract {
    const context = storage.getStore()
    if (!context) throw new NoTenantContext('This query')
    return context.trx
  },

  tenantId(what = 'This code'): string {
    const context = storage.getStore()
    if (!context) throw new NoTenantContext(what)
    return context.tenantId
  },

  /** Marks the transaction as lost: Adonis turns exceptions into responses before we see them. */
  fail(): void {
    const context = storage.getStore()
    if (context) context.failed = true
  },

  /** Runs `work` with no tenant at all, whatever surrounds it. */
  outside: <T>(work: () => Promise<T>): Promise<T> =>
    storage.run(undefined, async () => await work()),

  /**
   * One transaction in the name of one tenant: what `work` writes is committed together or not at
   * all. Nested in a context of the same tenant it joins it; of another tenant it throws.
   */
  run<T>(tenantId: string, work: (context: TenantContext) => Promise<T>): Promise<T> {
    return tenancy.runAfter(tenantId, null, work)
  },

  /**
   * The same, with a first question that travels with the opening of the transaction: `rows` are its
   * answers, of its last statement. It has no parameters: write into it what is checked, as an
   * identifier is.
   */
  async runAfter<T>(
    tenantId: string,
    question: string | null,
    work: (context: TenantContext, rows: any[]) => Promise<T>
  ): Promise<T> {
    if (!isUuid(tenantId)) throw new Error('A tenant is named by its UUID')
    const current = storage.getStore()
    if (current) {
      if (current.tenantId !== tenantId) throw new Error('Another tenant is in context already')
      const answers = question ? [await current.trx.rawQuery(question)].flat() : [{ rows: [] }]
      return work(current, answers.at(-1)!.rows)
    }
    try {
      return await openFor(tenantId, question, async (trx, rows) => {
        const context: TenantContext = { tenantId, trx, failed: false }
        // A Lucid query is a lazy thenable: it must be awaited inside the context.
        const value = await holding(trx, () =>
          storage.run(context, async () => await work(context, rows))
        )
        if (context.failed) throw new RolledBack(value)
        return value
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.value as T
      throw error
    }
  },
}
