import { configProvider } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/session'
import { isHttps } from '#config/app'

export const SESSION_AGE = '8h'
export const SESSION_COOKIE = 'halle-session'

/** Sessions live in the database, so that a person sees hers and closes them (house rule). */
export default defineConfig({
  enabled: true,
  cookieName: SESSION_COOKIE,
  clearWithBrowser: false,
  age: SESSION_AGE,
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
  store: 'database',
  stores: {
    database: configProvider.create(async () => {
      const { sessionStore } = await import('#identity/sessions/store')
      return sessionStore
    }),
  },
})
