/**
 * `npm run machines -- --json`: the platform on more than one machine, from Debian's packages: nginx with
 * TLS, two web processes and two workers, PgBouncer in transaction mode, Redis, S3, a synchronous replica
 * that is promoted while people deposit; then a backup to S3 and its return into another base.
 * Exit status 0 when nothing that was acknowledged is lost; what is absent here is said, and nothing run.
 */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { ensureBuild } from '../../bin/setup/build.mjs'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import { Visitor } from '../../bin/journey/visitor.js'
import { finish } from '../drill/finish.js'
import { foundIn } from '../drill/judge.js'
import { ministryReport } from '../helpers/ministry_report.js'
import { startTraffic } from '../drill/traffic.js'
import { killEverything, launch } from '../drill/world.js'
import { debianPostgres } from '../helpers/debian_postgres.js'
import { freePort, startRedis } from '../helpers/daemons.js'
import { startBases, startPooler } from './bases.js'
import { startNginx, startS3 } from './front.js'
import { settingsOf } from './settings.js'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, logins: { type: 'string', default: '50' } },
})
const say = (text: string) => console.error(text)
const bin = debianPostgres()
const absent = ['nginx', 'pgbouncer', 'redis-server'].filter(
  (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0
)
if (!bin) absent.push('postgresql')
if (absent.length > 0) {
  say(`Skipped: ${absent.join(', ')} of Debian not on this machine.`)
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const root = resolve(process.env.DATA_DIR ?? join('tmp', 'machines'))
rmSync(root, { recursive: true, force: true })
mkdirSync(root, { recursive: true })
const stops: (() => unknown)[] = []
process.once('exit', killEverything)

/** Runs a command to its end: nothing here may stand still meanwhile, some of the machines are ours. */
async function ace(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const said = (error: { stdout?: string; stderr?: string }) => {
    throw new Error(`${args.join(' ')} failed:\n${error.stdout}${error.stderr}`)
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['build/ace.js', ...args], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(said)
  return stdout.trim()
}

/** The same platform on another base and in another bucket. */
function elsewhere(
  env: NodeJS.ProcessEnv,
  { urlOf }: { urlOf(role: string, base: string): string }
) {
  const other = { ...env, S3_BUCKET: 'ailleurs', DATA_DIR: join(root, 'ailleurs') }
  for (const role of ['', 'APP_', 'SYSTEM_', 'BACKUP_']) {
    const name = `DATABASE_${role}URL`
    Object.assign(other, { [name]: urlOf(new URL(env[name]!).username, 'ailleurs') })
  }
  return other
}

async function play() {
  const bases = await startBases(bin!)
  stops.push(() => bases.stop())
  const pooler = await startPooler(bases.address.port)
  stops.push(pooler.stop)
  const redis = await startRedis()
  stops.push(redis.stop)
  const s3 = await startS3()
  stops.push(s3.stop)
  const webPort = await freePort()
  const webs = ['127.0.0.2', '127.0.0.3'].map((host) => `${host}:${webPort}`)
  const front = await startNginx(webs)
  stops.push(front.stop)
  const env = await settingsOf({ root, bases, pooler, redis, s3, front, webPort })
  // The certificate is of this run alone.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  ensureBuild({ ...env, PATH: process.env.PATH })
  const run = (...args: string[]) => ace(args, env)
  launch(['build/simulators/main.js'], env, () => undefined)
  await run('halle:prepare', '--demo')
  for (const host of ['127.0.0.2', '127.0.0.3']) {
    launch(['build/bin/server.js'], { ...env, HOST: host }, () => undefined)
    launch(['build/bin/worker.js'], { ...env, HOST: host }, () => undefined)
  }
  for (const web of webs)
    while (
      !(await fetch(`http://${web}/health/ready`).then(
        ({ ok }) => ok,
        () => false
      ))
    )
      await sleep(200)
  say(`Ouverte derrière nginx : ${front.url}`)

  const demo = readDemo(env)
  const { email, password } = demo.agent
  const entering = Array.from({ length: Number(values.logins) }, () =>
    new Visitor(front.url).login(email, password).then(
      () => true,
      (error) => String(error)
    )
  )
  const entered = await Promise.all(entering)
  const logins = { asked: entered.length, entered: entered.filter((one) => one === true).length }
  for (const refusal of entered) if (refusal !== true) say(String(refusal))
  say(`${logins.entered} connexions sur ${logins.asked} à la fois, derrière PgBouncer.`)

  const traffic = startTraffic({ ...demo, base: front.url }, root)
  while (traffic.told.length < 3) await sleep(200)
  const promotedAfter = await bases.failOver()
  say(`Primaire tué, réplica promu en ${promotedAfter.toFixed(1)} s.`)
  const atFailover = traffic.told.length
  while (traffic.told.length < atFailover + 3) await sleep(200)
  await traffic.stop()
  const ends = await finish(env as Record<string, string>)
  const found = await foundIn(env.DATABASE_BACKUP_URL!, traffic.told)
  const { receivedByActe } = await ministryReport(env.MINISTRY_URL!)
  await run('journal:verify')

  const saved = JSON.parse(await run('halle:backup', '--to', 's3://sauvegarde/halle', '--json'))
  const restored = JSON.parse(
    await ace(['halle:restore', '--from', 's3://sauvegarde/halle', '--json'], elsewhere(env, bases))
  )
  return {
    logins,
    told: traffic.told.length,
    lost: traffic.told.filter(({ id }) => !found.has(id)).length,
    twice: Object.values(receivedByActe).filter((times) => times > 1).length,
    promotedAfterSeconds: promotedAfter,
    ends,
    backup: { kind: saved.base.kind, documents: saved.documents.count, seconds: saved.seconds },
    restore: { sound: restored.sound, seconds: restored.seconds },
  }
}

let status = 1
try {
  const verdict = await play()
  if (values.json) console.log(JSON.stringify(verdict))
  else console.log(verdict)
  const { logins, lost, twice, restore } = verdict
  status = logins.entered === logins.asked && lost + twice === 0 && restore.sound === true ? 0 : 1
} catch (error) {
  say((error as Error).stack ?? String(error))
} finally {
  killEverything()
  for (const stop of stops.toReversed()) await stop()
}
process.exit(status)
