import { defineConfig, stores } from '@adonisjs/session'
import { isHttps } from '#config/app'

/** Sessions live in the database, so that a person sees hers and closes them (house rule). */
export default defineConfig({
  enabled: true,
  cookieName: 'halle-session',
  clearWithBrowser: false,
  age: '8h',
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
  store: 'database',
  stores: {
    database: stores.database({ connectionName: 'app', tableName: 'kernel.sessions', gcProbability: 1 }),
  },
})
