/** The databases of the tests: one that is migrated once, and copies of it that a run dirties. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { OWNER } from '../setup/database_roles.mjs'
import { runToEnd } from '../setup/process.mjs'

const TEMPLATE = 'halle_template'
/** What the tables are made from: another digest, and the template is made again. */
const MADE_FROM = [
  'database/migrations',
  'database/roles.sql',
  'bin/setup/database_roles.mjs',
  'app/console/jobs/prepare.ts',
  'app/kernel/tenancy/sql.ts',
]
const LOCKS = ['package-lock.json']

function digest() {
  const hash = createHash('sha256')
  const add = (file) => hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0')
  for (const place of MADE_FROM) {
    if (fs.statSync(place).isFile()) add(place)
    else for (const name of fs.readdirSync(place).toSorted()) add(path.join(place, name))
  }
  for (const file of LOCKS.filter((one) => fs.existsSync(one))) add(file)
  return hash.digest('hex')
}

/** The settings of the roles, on another database of the same server. */
export function settingsOn(env, database) {
  const on = (url) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return {
    DATABASE_URL: on(env.DATABASE_URL),
    DATABASE_APP_URL: on(env.DATABASE_APP_URL),
    DATABASE_SYSTEM_URL: on(env.DATABASE_SYSTEM_URL),
    ...(env.DATABASE_BACKUP_URL && { DATABASE_BACKUP_URL: on(env.DATABASE_BACKUP_URL) }),
  }
}

/** Passes the migrations and makes the tables of the queue, where `env` says. */
export function migrate(env) {
  const quiet = { ...env, LOG_LEVEL: 'warn' }
  runToEnd(
    process.execPath,
    ['ace.js', 'migration:run', '--connection=owner', '--no-schema-generate'],
    quiet
  )
  runToEnd(process.execPath, ['ace.js', 'queue:prepare'], quiet)
}

async function asMaster(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const saidOf = async (client, name) => {
  const text = `select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`
  const { rows } = await client.query(text, [name])
  return rows[0]?.said ?? null
}

const drop = (client, name) => client.query(`drop database if exists "${name}" with (force)`)

async function ensureTemplate(client, env) {
  const wanted = digest()
  if ((await saidOf(client, TEMPLATE)) === wanted) return wanted
  await drop(client, TEMPLATE)
  await client.query(`create database ${TEMPLATE} owner ${OWNER}`)
  migrate({ ...env, ...settingsOn(env, TEMPLATE) })
  await client.query(`comment on database ${TEMPLATE} is '${wanted}'`)
  return wanted
}

/** Two runs in one folder do not make the template, nor copy it, at the same moment. */
const oneAtATime = (url, work) =>
  asMaster(url, async (client) => {
    await client.query('select pg_advisory_lock(7006)')
    return work(client)
  })

/** Makes new copies under these names; `adminUrl` is of a database that stays. */
export function makeCopies(adminUrl, env, names) {
  return oneAtATime(adminUrl, async (client) => {
    await ensureTemplate(client, env)
    for (const name of names) {
      await drop(client, name)
      await client.query(`create database "${name}" template ${TEMPLATE} owner ${OWNER}`)
    }
  })
}

/** Makes sure that a database that is kept has today's tables: copied anew when they changed. */
export function ensureCopy(adminUrl, env, name) {
  return oneAtATime(adminUrl, async (client) => {
    const wanted = await ensureTemplate(client, env)
    if ((await saidOf(client, name)) === wanted) return
    await drop(client, name)
    await client.query(`create database "${name}" template ${TEMPLATE} owner ${OWNER}`)
    await client.query(`comment on database "${name}" is '${wanted}'`)
  })
}

/** Drops the databases of a server whose names `isLeft` picks. */
export function dropDatabases(adminUrl, isLeft) {
  return asMaster(adminUrl, async (client) => {
    const { rows } = await client.query('select datname as name from pg_database')
    for (const { name } of rows.filter((row) => isLeft(row.name))) await drop(client, name)
  })
}
