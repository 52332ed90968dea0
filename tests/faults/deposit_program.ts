/**
 * Companies that deposit on a whole platform whose processes are killed while they do; then the hour
 * comes and the holders open. Started by the suite as a program of its own; prints its verdict as JSON.
 */
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoAccounts, readDemo } from '../../bin/setup/demo_accounts.mjs'
import { startPlatform } from '../../bin/setup/platform.mjs'
import { everyPli } from '../../bin/journey/procurement/asking.js'
import { openSession } from '../../bin/journey/procurement/buyer.js'
import { gives } from '../../bin/journey/procurement/holders.js'
import { enter } from '../../bin/journey/pages_awaited.js'
import { randomFrom } from './chaos.js'
import { depositBase } from './deposit_base.js'
import { sends, type StormPli } from './depositors.js'
import { stand } from './spinning.js'
import { strikes } from './strikes.js'

const AT_ONCE = 8
/** One company in ten sends everything and never deposits, another goes away while she does. */
const LEAVES = 10
const OPENING_LIMIT_MS = 240_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    deposits: { type: 'string' },
    kills: { type: 'string' },
    pdf: { type: 'string' },
  },
})
const [deposits, kills] = [Number(values.deposits), Number(values.kills)]
const say = (text: string) => console.log(text)
// Its pages are no subject here
process.env.WEB_PROCESSES = '1'
const platform = await startPlatform({ quiet: true, foreground: false })

try {
  const { env } = platform
  const base = depositBase(env.DATABASE_BACKUP_URL!)
  const { accounts, holders } = demoAccounts(env)
  const demo = readDemo(env)
  const { id, trousseau } = await base.consultation(demo.place)
  const companies = await base.companies(deposits + 2 * LEAVES)
  const storm = { url: env.APP_URL, consultation: id, trousseau }
  say('The consultation is online')

  const strike = strikes({
    random: randomFrom(Number(values.seed)),
    every: Math.max(1, Math.floor(deposits / kills)),
    kills,
    say,
    victims: {
      web: () => platform.pidOf?.('web'),
      worker: () => platform.pidOf?.('travailleur'),
      postgres: () => platform.postgresPid?.(),
    },
  })
  const given: { pli: StormPli; receipt: any }[] = []
  const unheard: StormPli[] = []
  const waiting = [...companies.entries()]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [rank, company] = next
      const pli = await sends(storm, company)
      if (rank >= deposits + LEAVES) continue
      if (rank >= deposits) {
        await pli.depositAndLeave()
        unheard.push(pli)
        continue
      }
      const { receipt } = await pli.deposit(() => strike.asked())
      given.push({ pli, receipt })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  await strike.done()
  say(`${given.length} receipts`)

  const ready = async () => {
    const answer = await fetch(`${env.APP_URL}/health/ready`, { signal: AbortSignal.timeout(5000) })
    if (!answer.ok) throw new Error(`The platform answers ${answer.status}`)
  }
  const pids = () => ({ web: platform.pidOf?.('web'), worker: platform.pidOf?.('travailleur') })
  await stand(pids, ready)
  await base.comesTheHour(id)
  const page = `/c/${demo.place}/marches/${id}`
  const passwords = new Map(accounts.map(({ email, password }) => [email, password!]))
  const road = {
    ...{ ...demo, base: env.APP_URL!, pdf: '', present: new Map() },
    ...{ dce: '', bids: '', out: '', operator: { email: '', password: '', totpSecret: '' } },
    holders: holders.map(({ email, key }) => ({ email, password: passwords.get(email)!, key })),
  }
  await openSession(road, page)
  for (const holder of road.holders.slice(0, 2)) await gives(road, page, holder)
  say('The holders have opened their shares')
  for (const limit = Date.now() + OPENING_LIMIT_MS; ; await sleep(300)) {
    const states = await base.states(id)
    if (!states.sealed && (await base.undated(id)) === 0) break
    if (Date.now() > limit)
      throw new Error(`Not all is opened and dated: ${JSON.stringify(states)}`)
  }
  const counted = await everyPli(await enter(road, road.agent), `${page}/plis`)
  const counts = new Set(counted.map((one: { id: string }) => one.id))
  const heardAgain = []
  for (const pli of unheard.filter((one) => counts.has(one.pli)))
    heardAgain.push({ pli: pli.pli, ...(await pli.deposit()) })
  const again = []
  for (const { pli } of given) again.push({ pli: pli.pli, ...(await pli.deposit()) })
  const receipts = given.map(({ pli: { pli, digest, documents }, receipt }) => ({
    ...{ pli, digest, documents, receipt },
  }))
  say(
    `VERDICT ${JSON.stringify({ kills: strike.kills, receipts, again, counted, heardAgain, states: await base.states(id) })}`
  )
} finally {
  await platform.stop()
}
process.exit(0)
