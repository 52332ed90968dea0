/**
 * The settings of a working platform on one machine. What is set outside wins: with DATABASE_URL,
 * REDIS_URL or S3_* the same processes use those instead of what we start here.
 */
import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { ownSettings } from './own_settings.mjs'
import { ensureDatabase, startPostgres } from './postgres.mjs'

/** One takes about 250 MB of memory and twenty connections to the base. */
export const MOST_WEB_PROCESSES = 4

/** A secret made once and kept in the data folder, readable by us only. */
function keptSecret(dataDir) {
  const file = path.join(dataDir, 'app-key')
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}

/** The passwords of the two inner roles follow from the application's key: nothing to write down. */
const passwordOf = (role, key) => createHmac('sha256', key).update(role).digest('base64url')

/** Makes sure of the roles halle_app and halle_system: neither owns a table nor escapes a policy. */
async function ensureRoles(url, key) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const urls = {}
  for (const role of ['halle_app', 'halle_system']) {
    const password = passwordOf(role, key)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = rowCount ? 'alter' : 'create'
    await client.query(
      `${verb} role ${role} login nosuperuser nobypassrls nocreatedb password '${password}'`
    )
    const own = new URL(url)
    own.username = role
    own.password = password
    urls[role] = own.href
  }
  await client.end()
  return urls
}

/**
 * Starts what is missing and returns every variable of start/env.ts, with the embedded PostgreSQL
 * (or null) under `postgres`. `mode` is `start`, `dev` or `test`.
 */
export async function prepareEnvironment(mode) {
  const root = process.cwd()
  const dataDir = path.resolve(
    process.env.DATA_DIR ?? path.join('tmp', mode === 'test' ? 'test' : 'halle')
  )
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const key = process.env.APP_KEY ?? keptSecret(dataDir)
  let postgres = null
  let databaseUrl = process.env.DATABASE_URL
  if (!databaseUrl) {
    postgres = await startPostgres(path.join(dataDir, 'postgres'), { fast: mode === 'test' })
    databaseUrl = await ensureDatabase(postgres.url, 'halle')
  }
  const roles =
    process.env.DATABASE_APP_URL && process.env.DATABASE_SYSTEM_URL
      ? { halle_app: process.env.DATABASE_APP_URL, halle_system: process.env.DATABASE_SYSTEM_URL }
      : await ensureRoles(databaseUrl, key)
  const { settings, ports } = await ownSettings(dataDir, mode)
  const defaults = {
    NODE_ENV: mode === 'test' ? 'test' : mode === 'dev' ? 'development' : 'production',
    TZ: 'UTC',
    HOST: '127.0.0.1',
    WEB_PROCESSES: String(
      mode === 'start' ? Math.min(os.availableParallelism(), MOST_WEB_PROCESSES) : 1
    ),
    APP_KEY: key,
    DEMO: 'true',
    LOG_LEVEL: mode === 'test' ? 'fatal' : 'warn',
    DATABASE_URL: databaseUrl,
    DATABASE_APP_URL: roles.halle_app,
    DATABASE_SYSTEM_URL: roles.halle_system,
    MINISTRY_USER: 'halle',
    MINISTRY_PASSWORD: 'demonstration',
    ACTES_RETURN_ADDRESS: 'tdt@actes.halle.test',
    ENV_PATH: root,
    ...settings,
  }
  return { env: { ...defaults, ...process.env }, postgres, dataDir, ports }
}
