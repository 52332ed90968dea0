/**
 * A town hall at work on a whole platform whose processes die: started by the suite as a program of
 * its own, with nothing of the test's environment. Prints what happens, then its verdict as JSON.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import { startPlatform } from '../../bin/setup/platform.mjs'
import { ministryReport } from '../helpers/ministry_report.js'
import { randomFrom, spread } from './chaos.js'
import { work } from './clerks.js'
import { keepRedis } from './redis.js'
import { spinning, stand } from './spinning.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    actes: { type: 'string' },
    kills: { type: 'string' },
    pdf: { type: 'string' },
    redis: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const say = (text: string) => console.log(text)

async function ready(url: string): Promise<void> {
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`The platform answers ${answer.status}`)
}

const redis = values.redis ? await keepRedis() : null
if (redis) process.env.REDIS_URL = redis.url
const platform = await startPlatform({ quiet: true, foreground: false })
try {
  const { env } = platform
  const demo = await readDemo(env)
  const road = { ...demo, base: env.APP_URL, pdf: values.pdf! }
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  const chaos = spread({
    random: randomFrom(seed),
    kills: Number(values.kills),
    betweenMs: [1500, 6000],
    limitMs: 60_000 + Number(values.kills) * 20_000,
    say,
    victims: {
      web: () => platform.pidOf?.('web'),
      worker: () => platform.pidOf?.('travailleur'),
      simulators: () => platform.pidOf?.('simulateurs'),
      postgres: () => platform.postgresPid?.(),
      ...(redis && { redis: redis.pid }),
    },
  })
  // Heard at once, told below: unheard meanwhile, a rejection would end the program without a word.
  chaos.catch(() => undefined)
  const town = {
    road,
    databaseUrl: env.DATABASE_BACKUP_URL!,
    actes: Number(values.actes),
    today,
    say,
  }
  await work(town, 300_000 + Number(values.kills) * 20_000)
  const kills = await chaos
  // The last kill may have come after the last gesture: everything must stand again.
  const actes = await work(town, 300_000)
  const pids = () => ({
    web: platform.pidOf?.('web'),
    worker: platform.pidOf?.('travailleur'),
    simulators: platform.pidOf?.('simulateurs'),
  })
  await stand(pids, () => Promise.all([ready(env.APP_URL), ministryReport(env.MINISTRY_URL!)]))
  const turning = await spinning(pids())
  const { receivedByActe } = await ministryReport(env.MINISTRY_URL!)
  const { status, stdout } = spawnSync(process.execPath, ['build/ace.js', 'journal:verify'], {
    env,
    encoding: 'utf8',
  })
  console.log(
    `VERDICT ${JSON.stringify({ seed, kills, actes, receivedByActe, turning, journal: { status, said: stdout } })}`
  )
} finally {
  await platform.stop()
  redis?.stop()
}
process.exit(0)
