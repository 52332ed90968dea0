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
      const { clock } = await import('#kernel/clock')
      const db = await app.container.make('lucid.db')
      const lacking = () => (clock.held() ? 0 : clock.now().diff(clock.own()).toMillis())
      return (options: LimiterConsumptionOptions) =>
        new LimiterDatabaseStore(withoutNames(db.connection('app'), lacking), {
          ...TABLE,
          ...options,
        })
    }),
    memory: stores.memory({}),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
