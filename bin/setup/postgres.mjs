/**
 * The embedded PostgreSQL: a real server shipped by npm, started in a folder of ours.
 * Works as root (PostgreSQL refuses uid 0), as a plain user, and after a kill -9.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort, sleep } from './process.mjs'
import { binaries, asNonRoot } from './postgres_binaries.mjs'

const PASSWORD = 'embedded'
const START_LIMIT_MS = 60_000

const urlOf = (port) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined) // the answer below says it
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function initialise(bin, dir, data, fast) {
  const passwordFile = path.join(dir, 'password')
  fs.writeFileSync(passwordFile, PASSWORD, { mode: 0o600 })
  const args = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (fast) args.push('--no-sync')
  const [command, all] = asNonRoot(path.join(bin, 'initdb'), args)
  const result = spawnSync(command, all, { encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr || String(result.error))
}

/** The URL of the server already running on this folder, or null. */
async function running(data) {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!fs.existsSync(pidFile)) return null
  const [, , , port] = fs.readFileSync(pidFile, 'utf8').split('\n')
  return port && (await answers(urlOf(port))) ? urlOf(port) : null
}

/**
 * Starts the server on `dir`, or joins the one that runs there.
 * `fast` gives up durability: for tests only. `settings` are `name=value` of PostgreSQL.
 */
export async function startPostgres(dir, { fast = false, port: wantedPort, settings = [] } = {}) {
  const bin = binaries()
  const data = path.join(dir, 'data')
  fs.mkdirSync(dir, { recursive: true })
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise(bin, dir, data, fast)

  const joined = await running(data)
  if (joined) return { url: joined, joined: true, pid: null, stop: async () => undefined }

  const port = wantedPort ?? (await freePort())
  const socket = fs.mkdtempSync(path.join(os.tmpdir(), 'halle-pg-'))
  const args = ['-D', data, '-p', String(port), '-k', socket, '-c', 'listen_addresses=127.0.0.1']
  args.push('-c', 'max_connections=200', '-c', 'shared_buffers=256MB', '-c', 'timezone=UTC')
  if (fast)
    args.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off')
  // What a backup that comes a little late still has to read
  else args.push('-c', 'wal_keep_size=512MB')
  for (const setting of settings) args.push('-c', setting)
  const [command, all] = asNonRoot(path.join(bin, 'postgres'), args)
  const log = fs.openSync(path.join(dir, 'postgres.log'), 'a')
  const launch = () => spawn(command, all, { stdio: ['ignore', 'ignore', log], detached: true })

  let child = launch()
  const limit = Date.now() + START_LIMIT_MS
  while (!(await answers(urlOf(port)))) {
    if (Date.now() > limit) throw new Error(`PostgreSQL ne démarre pas : voir ${dir}/postgres.log`)
    // After a kill -9 the shared memory of the dead server is still held by its last backends.
    if (child.exitCode !== null || child.signalCode !== null) child = launch()
    await sleep(100)
  }
  child.unref()
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.ref()
      child.once('exit', () => {
        fs.rmSync(socket, { recursive: true, force: true })
        resolve()
      })
      child.kill('SIGINT')
    })
  return { url: urlOf(port), joined: false, child, port, stop }
}

/** Creates the database when it is not there and returns its URL, as the superuser. */
export async function ensureDatabase(adminUrl, name, owner) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database "${name}" owner ${owner}`)
  await client.end()
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}
