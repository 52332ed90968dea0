/** What each runner of the tests has for itself: a database, ports, a folder, a temporary folder. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ownSettings } from '../setup/own_settings.mjs'
import { dropDatabases, makeCopies, settingsOn } from './database.mjs'

/** These are each runner's own even when they are set outside, where they name one place for all. */
const NEVER_SHARED = ['PORT', 'APP_URL', 'DATA_DIR']
/** The keys of the simulated authorities, which no test judges by their length: a fifth of a second each, not one. */
const CHEAP_KEYS = { SIMULATORS_KEY_BITS: '2048' }
/** A name says which run it belongs to: those of dead runs are taken away. */
const named = (number) => `halle_run_${process.pid}_${number}`
const NAME = /^halle_run_(\d+)_\d+$/

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const isLeft = (name) => {
  const pid = NAME.exec(name)?.[1]
  return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
}

/** A temporary folder of its own, in which the browser that was unpacked once is found. */
function ownTemporaryFolder(browser) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'halle-run-'))
  // Crossed by servers that work under another name than ours: a mailbox, an antivirus.
  fs.chmodSync(folder, 0o711)
  if (browser) fs.symlinkSync(browser, path.join(folder, path.basename(browser)))
  return folder
}

/** The same Redis, another of its databases: queues of two runners never meet. */
function ownRedis(url, number) {
  const own = new URL(url)
  const first = Number(own.pathname.slice(1) || 0)
  return Object.assign(own, { pathname: `/${first + number}` }).href
}

async function settingsOf(context, number) {
  const dataDir = path.join(context.dataDir, named(number))
  const { settings } = await ownSettings(dataDir, 'test')
  const mine = Object.entries(settings).filter(
    ([name]) => process.env[name] === undefined || NEVER_SHARED.includes(name)
  )
  const { REDIS_URL: redis } = context.env
  return {
    ...context.env,
    ...Object.fromEntries(mine),
    ...settingsOn(context.env, named(number)),
    ...(redis && { REDIS_URL: ownRedis(redis, number) }),
  }
}

/**
 * Places for `count` runners beside each other; `remove` takes them all away. `browser` is where one
 * was unpacked. With a database that was given to us, it is the one that all of them use.
 */
export async function makePlaces(context, count, browser) {
  const temporary = Array.from({ length: count }, () => ownTemporaryFolder(browser))
  const adminUrl = context.postgres?.url
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const sweep = async () => {
    for (const folder of temporary) fs.rmSync(folder, { recursive: true, force: true })
    if (!adminUrl) return
    await dropDatabases(adminUrl, isLeft)
    for (const name of fs.readdirSync(context.dataDir).filter(isLeft))
      fs.rmSync(path.join(context.dataDir, name), { recursive: true, force: true })
  }
  const environments = []
  if (adminUrl) {
    await dropDatabases(adminUrl, isLeft)
    await makeCopies(adminUrl, context.env, numbers.map(named))
    for (const number of numbers) environments.push(await settingsOf(context, number))
  } else {
    environments.push(...numbers.map(() => context.env))
  }
  const places = environments.map((env, index) => ({
    ...CHEAP_KEYS,
    ...env,
    TMPDIR: temporary[index],
  }))
  return { environments: places, remove: sweep }
}

/** An address where nobody listens: a pure spec that asked a database anything would fail. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none'

/** Settings for `count` runners whose specs ask for neither a server nor a database: none is started. */
export async function makeBarePlaces(dataDir, count) {
  const { settings } = await ownSettings(path.join(dataDir, 'pure'), 'test')
  const env = {
    NODE_ENV: 'test',
    TZ: 'UTC',
    HOST: '127.0.0.1',
    APP_KEY: 'no-secret-is-kept-by-pure-specs-0',
    LOG_LEVEL: 'fatal',
    ...CHEAP_KEYS,
    DATABASE_URL: NOWHERE,
    DATABASE_APP_URL: NOWHERE,
    DATABASE_SYSTEM_URL: NOWHERE,
    ...settings,
    ...process.env,
  }
  return { environments: Array.from({ length: count }, () => env), remove: async () => undefined }
}
