/**
 * The settings of a working platform on one machine. What is set outside wins: with DATABASE_URL,
 * REDIS_URL or S3_* the same processes use those instead of what we start here.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeInnerRoles, makeRoles, OWNER, ownerOf } from './database_roles.mjs'
import { keptSecret } from './kept_secrets.mjs'
import { ownSettings } from './own_settings.mjs'
import { ensureDatabase, startPostgres } from './postgres.mjs'

/** One takes about 250 MB of memory and twenty connections to the base. */
export const MOST_WEB_PROCESSES = 4

/**
 * Starts what is missing and returns every variable of start/env.ts, with the embedded PostgreSQL
 * (or null) under `postgres`. `mode` is `start`, `dev` or `test`; what `opens` nothing leaves the
 * ports of the platform of this folder as they are.
 */
export async function prepareEnvironment(mode, { opens = true } = {}) {
  const root = process.cwd()
  const dataDir = path.resolve(
    process.env.DATA_DIR ?? path.join('tmp', mode === 'test' ? 'test' : 'halle')
  )
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const key = process.env.APP_KEY ?? keptSecret(dataDir)
  const { postgres, urls } = process.env.DATABASE_URL
    ? { postgres: null, urls: await givenBase(key) }
    : await embeddedBase(dataDir, mode, key)
  const { settings, ports } = await ownSettings(dataDir, mode, { opens })
  const defaults = {
    NODE_ENV: mode === 'test' ? 'test' : mode === 'dev' ? 'development' : 'production',
    TZ: 'UTC',
    HOST: '127.0.0.1',
    WEB_PROCESSES: String(
      mode === 'start' ? Math.min(os.availableParallelism(), MOST_WEB_PROCESSES) : 1
    ),
    APP_KEY: key,
    DEMO: 'true',
    // As the units of docs/install: the C library would keep room for each thread, ten megabytes in all
    MALLOC_ARENA_MAX: '1',
    LOG_LEVEL: mode === 'test' ? 'fatal' : 'warn',
    ...urls,
    MINISTRY_USER: 'halle',
    MINISTRY_PASSWORD: 'demonstration',
    ACTES_RETURN_ADDRESS: 'tdt@actes.halle.test',
    ENV_PATH: root,
    ...settings,
  }
  return { env: { ...defaults, ...process.env }, postgres, dataDir, ports }
}

/** A server of ours, made by the file of the installer's page; its superuser saves it whole. */
async function embeddedBase(dataDir, mode, key) {
  const postgres = await startPostgres(path.join(dataDir, 'postgres'), { fast: mode === 'test' })
  const roles = await makeRoles(postgres.url, key)
  const admin = await ensureDatabase(postgres.url, 'halle', OWNER)
  const isOurs = mode === 'test' || (await ownerOf(admin)) === OWNER
  const onBase = (url) => Object.assign(new URL(url), { pathname: '/halle' }).href
  return {
    postgres,
    urls: {
      DATABASE_URL: isOurs ? onBase(roles.halle_owner) : admin,
      DATABASE_APP_URL: onBase(roles.halle_app),
      DATABASE_SYSTEM_URL: onBase(roles.halle_system),
      DATABASE_BACKUP_URL: admin,
    },
  }
}

async function givenBase(key) {
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_SYSTEM_URL } = process.env
  if (DATABASE_APP_URL && DATABASE_SYSTEM_URL) return {}
  const roles = await makeInnerRoles(DATABASE_URL, key)
  return { DATABASE_APP_URL: roles.halle_app, DATABASE_SYSTEM_URL: roles.halle_system }
}
