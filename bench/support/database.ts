import { spawnSync } from 'node:child_process'
import pg from 'pg'

const URLS = [
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'DATABASE_SYSTEM_URL',
  'DATABASE_BACKUP_URL',
] as const

/** The environment of a program that works on another database of the same server. */
export function environmentFor(database: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
  for (const name of URLS.filter((one) => process.env[one])) {
    const url = new URL(process.env[name]!)
    url.pathname = `/${database}`
    env[name] = url.href
  }
  return env
}

/** Whoever holds the server: it makes databases, and writes beyond the walls. */
export function masterOf(env: NodeJS.ProcessEnv): pg.Client {
  return new pg.Client({ connectionString: env.DATABASE_BACKUP_URL ?? env.DATABASE_URL })
}

/** Makes sure of an up-to-date database of that name. */
export async function ensureMigrated(database: string): Promise<void> {
  const admin = masterOf(process.env)
  const owner = new URL(process.env.DATABASE_URL!).username
  await admin.connect()
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database])
  if (!rowCount) await admin.query(`create database ${database} owner ${owner}`)
  await admin.end()
  ace(database, 'migration:run', '--connection=owner', '--no-schema-generate', '--force')
}

/** Runs an ace command on a database, to its end. */
export function ace(database: string, ...args: string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['ace.js', ...args], {
    env: environmentFor(database),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args[0]} failed on ${database}: ${stderr}${stdout}`)
}
