/**
 * The settings of a working platform on one machine. What is set outside wins: with DATABASE_URL,
 * REDIS_URL or S3_* the same processes use those instead of what we start here.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureDatabase, startPostgres } from './postgres.mjs'
import { freePort } from './process.mjs'
import { keptSecret, keptSealKey } from './kept_secrets.mjs'
import { ensureRoles } from './inner_roles.mjs'

/** One takes about 250 MB of memory and twenty connections to the base. */
export const MOST_WEB_PROCESSES = 4

/** Ports that stay the same from one start to the next where they are free. */
async function keptPorts(dataDir, names) {
  const file = path.join(dataDir, 'ports.json')
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const ports = {}
  for (const name of names) ports[name] = await freePort(kept[name] ?? 0)
  fs.writeFileSync(file, JSON.stringify(ports, null, 2))
  return ports
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
  const ports = await keptPorts(dataDir, ['tsa', 'ministry', 'inbox', 'mailbox', 'webmail'])
  const port = Number(process.env.PORT ?? (await freePort(mode === 'test' ? 0 : 3333)))
  const simulators = path.join(dataDir, 'simulators')
  const defaults = {
    NODE_ENV: mode === 'test' ? 'test' : mode === 'dev' ? 'development' : 'production',
    TZ: 'UTC',
    HOST: '127.0.0.1',
    PORT: String(port),
    WEB_PROCESSES: String(
      mode === 'start' ? Math.min(os.availableParallelism(), MOST_WEB_PROCESSES) : 1
    ),
    // A passkey belongs to a name: browsers refuse to make one for an IP address.
    APP_URL: `http://${mode === 'test' ? '127.0.0.1' : 'localhost'}:${port}`,
    APP_KEY: key,
    DATA_DIR: dataDir,
    DEMO: 'true',
    LOG_LEVEL: mode === 'test' ? 'fatal' : 'warn',
    DATABASE_URL: databaseUrl,
    DATABASE_APP_URL: roles.halle_app,
    DATABASE_SYSTEM_URL: roles.halle_system,
    SMTP_URL: `smtp://127.0.0.1:${ports.mailbox}`,
    MAILBOX_URL: `http://127.0.0.1:${ports.webmail}/`,
    TSA_URL: `http://127.0.0.1:${ports.tsa}/`,
    TRUST_ANCHORS_FILE: path.join(simulators, 'pki', 'root.pem'),
    SEAL_KEY_FILE: keptSealKey(dataDir),
    MINISTRY_URL: `https://127.0.0.1:${ports.ministry}/`,
    MINISTRY_CA_FILE: path.join(simulators, 'pki', 'root.pem'),
    MINISTRY_USER: 'halle',
    MINISTRY_PASSWORD: 'demonstration',
    ACTES_SMTP_PORT: String(ports.inbox),
    ACTES_RETURN_ADDRESS: 'tdt@actes.halle.test',
    SIMULATORS_DIR: simulators,
    ENV_PATH: root,
  }
  return { env: { ...defaults, ...process.env }, postgres, dataDir, ports }
}
