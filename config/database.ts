import { defineConfig } from '@adonisjs/lucid'
import env from '#start/env'
import { roomNames } from './rooms.js'

/** A room asks for its tables by their whole names; where it does not, the kernel's come first. */
const rooms = ['kernel', ...roomNames]
const searchPath = [...rooms, 'public']
const pool = { min: 0, max: env.get('DATABASE_POOL', 20) }

/** LISTEN wants a connection of its own, never through a pooler. */
export const listenUrl = env.get('DATABASE_LISTEN_URL') ?? env.get('DATABASE_SYSTEM_URL')

/** One database, three roles: see docs/decisions/0003. */
export default defineConfig({
  connection: 'app',
  prettyPrintDebugQueries: false,
  connections: {
    /** Every request and every job of a tenant: owns nothing, sees only the tenant in context. */
    app: { client: 'pg', connection: env.get('DATABASE_APP_URL'), searchPath, pool },
    /** The few tasks that meet all tenants, under policies of their own. */
    system: {
      client: 'pg',
      connection: env.get('DATABASE_SYSTEM_URL'),
      searchPath,
      pool: { min: 0, max: 10 },
    },
    /** Migrations only. */
    owner: {
      client: 'pg',
      connection: env.get('DATABASE_URL'),
      // Lucid keeps its own table in the first schema of the path.
      searchPath: ['public', ...rooms],
      pool: { min: 0, max: 2 },
      migrations: { naturalSort: true, paths: ['database/migrations'], tableName: 'adonis_schema' },
      schemaGeneration: {
        enabled: true,
        outputPath: 'database/schema',
        rulesPaths: ['./database/schema_rules.js'],
        excludeTables: ['adonis_schema', 'adonis_schema_versions'],
      },
    },
  },
})
