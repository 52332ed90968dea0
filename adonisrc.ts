import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { roomNames, roomsWithCommands } from './config/rooms.js'

const HOUSE = ['kernel', 'web', 'identity', 'outsiders', 'console']
const rooms = roomNames.filter((name) => !HOUSE.includes(name))
/** What a test may take: it ends one that hangs, and judges neither a test nor the machine. */
const LIMIT_MS = 240_000

/** The specs of some folders of tests/; at least two names, or braces are read as letters. */
const specsOf = (names: readonly string[]) => `tests/{${names.join(',')}}/**/*.spec.{ts,js}`

export default defineConfig({
  hooks: {
    init: [
      indexEntities({
        controllers: {
          enabled: true,
          source: './app',
          glob: ['**/*_controller.ts'],
          importAlias: '#app',
        },
        events: { enabled: false },
        listeners: { enabled: false },
        transformers: { enabled: false },
      }),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },

  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    ...roomsWithCommands.map((room) => () => import(`#app/${room}/commands/main`)),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('#web/assets_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('#app/kernel/kernel_provider'),
    () => import('#app/web/web_provider'),
  ],

  preloads: [
    () => import('#start/rooms'),
    () => import('#start/view'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
  ],

  tests: {
    suites: [
      {
        name: 'pure',
        files: ['tests/lib/**/*.spec.{ts,js}'],
        timeout: LIMIT_MS,
      },
      { name: 'kernel', files: [specsOf(HOUSE)], timeout: LIMIT_MS },
      { name: 'rooms', files: [specsOf(rooms)], timeout: LIMIT_MS },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.{ts,js}'], timeout: LIMIT_MS },
      { name: 'isolation', files: ['tests/isolation/**/*.spec.{ts,js}'], timeout: LIMIT_MS },
      { name: 'journeys', files: ['tests/journeys/**/*.spec.{ts,js}'], timeout: 300_000 },
      // Minutes of a platform whose processes are killed: only when asked for, as .ci/run does.
      ...(process.argv.includes('faults')
        ? [{ name: 'faults', files: ['tests/faults/**/*.spec.{ts,js}'], timeout: 1_200_000 }]
        : []),
      { name: 'browser', files: ['tests/browser/**/*.spec.{ts,js}'], timeout: LIMIT_MS },
    ],
    // Queues and browsers that a failed test left open must not hold the run.
    forceExit: true,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/fonts/**', reloadServer: false },
    { pattern: 'resources/cog/**', reloadServer: false },
    { pattern: 'tenants/**/*.{json,md}', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: 'database/roles.sql', reloadServer: false },
  ],
})
