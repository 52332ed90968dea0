import { configProvider } from '@adonisjs/core'
import { defineConfig, stores } from '@adonisjs/limiter'
import LimiterDatabaseStore from '@adonisjs/limiter/stores/database'
import type { LimiterConsumptionOptions } from '@adonisjs/limiter/types'

const TABLE = { tableName: 'rate_limits', schemaName: 'kernel' }

/** Counters live in the database: they hold across processes and need nothing else. */
const limiterConfig = defineConfig({
  default: 'database',
  stores: {
    database: configProvider.create(async (app) => {
      const { withoutNames } = await import('#lib/patches/unnamed_statements')
      const db = await app.container.make('lucid.db')
      return (options: LimiterConsumptionOptions) =>
        new LimiterDatabaseStore(withoutNames(db.connection('app')), { ...TABLE, ...options })
    }),
    memory: stores.memory({}),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
