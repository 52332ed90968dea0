/**
 * A town hall that plays whole circuits on a whole platform, whose worker dies while it sends the
 * mails: started by the suite as a program of its own. Prints its verdict as JSON.
 */
import { parseArgs } from 'node:util'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import { startPlatform } from '../../bin/setup/platform.mjs'
import { freePort } from '../../bin/setup/process.mjs'
import { enter } from '../../bin/journey/pages_awaited.js'
import { draft, reach, sign, visa } from '../../bin/journey/road.js'
import { randomFrom, spread } from './chaos.js'
import { mailBase } from './mail_base.js'
import { mailRoad, POINTS, type Point } from './mail_road.js'
import { keptMails } from './mails_kept.js'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, kills: { type: 'string' }, pdf: { type: 'string' } },
})
const say = (text: string) => console.log(text)
const port = await freePort()
// The server of the demonstration listens there on 127.0.0.1; its senders come by our road
process.env.SMTP_URL = `smtp://127.0.0.2:${port}`
// Its pages are no subject here
process.env.WEB_PROCESSES = '1'
const platform = await startPlatform({ quiet: true, foreground: false })
say('The platform stands')
const struck: Point[] = []
const toStrike = new Set<Point>()
const road = await mailRoad({
  host: '127.0.0.2',
  port,
  serverHost: '127.0.0.1',
  at(point) {
    const pid = platform.pidOf?.('travailleur')
    if (!toStrike.delete(point) || !pid) return false
    process.kill(pid, 'SIGKILL')
    struck.push(point)
    say(`kill -9 of the worker: ${point}`)
    return true
  },
})

try {
  const { env } = platform
  const base = mailBase(env.DATABASE_BACKUP_URL!)
  const town = { ...readDemo(env), base: env.APP_URL, pdf: values.pdf!, present: new Map() }
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  const mailbox = () => keptMails(env.MAILBOX_URL!)

  /** A whole circuit; what each of its three turns has to tell leaves before the next one. */
  async function circuit(afterTurn: () => Promise<void>): Promise<void> {
    const acte = await draft(town, today)
    await base.noted()
    say('A visa waits')
    await afterTurn()
    say('It is told')
    const folder = await visa(town, acte)
    await base.noted()
    say('A signature waits')
    await afterTurn()
    say('It is told')
    await sign(town, folder)
    await reach(town, acte, /Archivé/, 'L’archive')
    say('Archived')
    await base.noted()
    await afterTurn()
    say('It is told')
  }

  const points = [...POINTS]
  await circuit(async () => {
    const point = points.shift()
    if (point) toStrike.add(point)
    await base.moments()
  })
  const first = await mailbox()
  const chaos = spread({
    random: randomFrom(Number(values.seed)),
    kills: Number(values.kills),
    betweenMs: [1500, 6000],
    limitMs: 60_000 + Number(values.kills) * 20_000,
    say,
    victims: { worker: () => platform.pidOf?.('travailleur') },
  })
  // Heard at once, told below: unheard meanwhile, a rejection would end the program without a word
  chaos.catch(() => undefined)
  await circuit(() => base.moments())
  await chaos
  const second = await mailbox()

  const choose = async (who: typeof town.agent, pace: string) => {
    const visitor = await enter(town, who)
    await visitor.submit(await visitor.get('/compte/courriels'), /\/courriels$/, { pace })
  }
  await choose(town.secretary, 'never')
  await choose(town.mayor, 'daily')
  await circuit(() => base.moments())
  const beforeMorning = await mailbox()
  // Another one waits for her signature when the morning comes
  await visa(town, await draft(town, today))
  await base.noted()
  await base.morning()
  const people = {
    agent: town.agent.email,
    secretary: town.secretary.email,
    mayor: town.mayor.email,
  }
  const mails = { first, second, beforeMorning, morning: await mailbox() }
  console.log(`VERDICT ${JSON.stringify({ struck, people, mails, rows: await base.mails() })}`)
} finally {
  road.stop()
  await platform.stop()
}
process.exit(0)
