import { defineConfig, stores } from '@adonisjs/limiter'

/** Counters live in the database: they hold across processes and need nothing else. */
const limiterConfig = defineConfig({
  default: 'database',
  stores: {
    database: stores.database({
      connectionName: 'app',
      tableName: 'rate_limits',
      schemaName: 'kernel',
    }),
    memory: stores.memory({}),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
