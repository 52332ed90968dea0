/** The whole platform on one machine: database, simulators, web and worker under one parent. */
import fs from 'node:fs'
import path from 'node:path'
import { ensureAssets, ensureBuild } from './build.mjs'
import { prepareEnvironment } from './environment.mjs'
import { ensureGenerated } from './generated.mjs'
import { startPostgres } from './postgres.mjs'
import { freePort, runToEnd, sleep } from './process.mjs'
import { supervise } from './supervise.mjs'
import { YOUNG_MEMORY_OF_WORK } from './young_memory_of_work.mjs'

const READY_LIMIT_MS = 180_000

async function waitUntilReady(url) {
  const limit = Date.now() + READY_LIMIT_MS
  while (Date.now() < limit) {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) })
      if (response.ok) return
    } catch {
      // not listening yet: the loop asks again until its limit
    }
    await sleep(100)
  }
  throw new Error(`La plateforme ne répond pas sur ${url}`)
}

/** Another platform may have opened meanwhile: its pages would be taken for ours. */
async function mustBeFree(port) {
  if ((await freePort(port)) === port) return
  throw new Error(
    `Le port ${port} vient d’être pris par un autre programme : arrêtez-le, ou donnez PORT.`
  )
}

/** Restarts the embedded PostgreSQL when it dies: the others reconnect by themselves. */
function watchPostgres(postgres, dataDir, isStopping) {
  if (!postgres?.child) return { stop: async () => postgres?.stop() }
  let current = postgres
  /** A loaded machine may need more than one patience: giving up would end the parent of all. */
  const restarted = async (port) => {
    for (;;) {
      try {
        return await startPostgres(`${dataDir}/postgres`, { port })
      } catch (error) {
        console.error(error.message)
      }
    }
  }
  const watch = () =>
    current.child.once('exit', async () => {
      if (isStopping()) return
      console.error('PostgreSQL s’est arrêté : on le relance.')
      current = await restarted(current.port)
      watch()
    })
  watch()
  return { stop: () => current.stop(), pid: () => current.child?.pid }
}

/** The base, the simulators and the demonstration: all that stands before a page is served. */
export async function preparePlatform({ built = true, say = () => undefined } = {}) {
  const { env, postgres, dataDir } = await prepareEnvironment(built ? 'start' : 'dev')
  let stopping = false
  const database = watchPostgres(postgres, dataDir, () => stopping)
  const processes = supervise(env)
  const stop = async () => {
    if (stopping) return
    stopping = true
    await processes.stop()
    await database.stop()
  }
  try {
    if (built && ensureBuild(env)) say('Application construite.')
    if (!built) {
      ensureGenerated(env)
      ensureAssets(env)
    }
    const at = built ? 'build/' : ''
    const ext = built ? 'js' : 'ts'
    const loader = built ? [] : ['--import=@poppinss/ts-exec']
    const program = (file) => [...loader, '--enable-source-maps', `${at}${file}.${ext}`]
    // The simulators come first: the demonstration needs the certificates that they make.
    processes.launch('simulateurs', program('simulators/main'))
    runToEnd(process.execPath, [`${at}ace.js`, 'halle:prepare', '--demo'], env)
    return { env, dataDir, database, processes, program, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Starts everything and returns when pages are served. `quiet` prints nothing; `foreground` keeps
 * the parent until Ctrl-C.
 */
export async function startPlatform({ built = true, quiet = false, foreground = true } = {}) {
  const startedAt = Date.now()
  const say = (text) => quiet || console.log(text)
  const { env, dataDir, database, processes, program, stop } = await preparePlatform({ built, say })
  try {
    await mustBeFree(Number(env.PORT))
    processes.launch('travailleur', [YOUNG_MEMORY_OF_WORK, ...program('bin/worker')])
    processes.launch('web', program('bin/server'))
    await waitUntilReady(env.APP_URL)
  } catch (error) {
    await stop()
    throw error
  }
  fs.writeFileSync(path.join(dataDir, 'address'), env.APP_URL)
  say(`\nHalle est ouverte : ${env.APP_URL}   (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  if (!quiet) await sayAccounts(env)
  if (!foreground) return { env, dataDir, stop, pidOf: processes.pidOf, postgresPid: database.pid }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      say('\nArrêt…')
      await stop()
      process.exit(0)
    })
  }
  return { env, dataDir, stop }
}

async function sayAccounts(env) {
  const { readDemoAccounts } = await import('./demo_accounts.mjs')
  for (const line of readDemoAccounts(env)) console.log(line)
  console.log('\nCtrl-C arrête tout ; « npm run reset » repart de zéro.')
}
