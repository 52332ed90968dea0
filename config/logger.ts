import { defineConfig, targets } from '@adonisjs/core/logger'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** Names of people, and whatever opens a door. */
const NEVER_LOGGED = [
  ...['email', 'fullName', 'password', 'current_password', 'currentPassword', 'passphrase'],
  ...['secret', 'token', 'totpSecret', 'recoveryCodes', 'cookie', 'authorization'],
]

/** Structured lines on stdout; what could name a person never reaches them. */
const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'halle',
      level: env.get('LOG_LEVEL', app.inTest ? 'fatal' : 'info'),
      redact: {
        paths: [...NEVER_LOGGED.flatMap((name) => [name, `*.${name}`]), 'req.headers'],
      },
      transport: {
        targets: targets()
          .pushIf(app.inDev, targets.pretty())
          .pushIf(!app.inDev, targets.file({ destination: 1 }))
          .toArray(),
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
