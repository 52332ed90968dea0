/**
 * `npm run drill -- --json`: people at work, a backup that goes on, then the worst day: everything is
 * killed, the data folder is lost, and the platform comes back elsewhere from the backup alone.
 * Exit status 0 when nothing that had to come back is missing, doubled or altered.
 */
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import { actesOf } from '../faults/clerks.js'
import { finish } from './finish.js'
import { ministryReport } from '../helpers/ministry_report.js'
import { foundIn } from './judge.js'
import { startTraffic } from './traffic.js'
import {
  ace,
  installation,
  killAll,
  killBase,
  killEverything,
  launch,
  openPlatform,
} from './world.js'

const RPO_SECONDS = 60

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    every: { type: 'string', default: '10' },
  },
})
const say = (text: string) => console.error(text)
const root = resolve(process.env.DATA_DIR ?? join('tmp', 'drill'))
const place = join(root, 'place')
const secondsSince = (from: number) => Math.round((Date.now() - from) / 100) / 10

/** Keeps saving; says each point that is whole. */
function startSaving(env: NodeJS.ProcessEnv, onPoint: (at: string) => void) {
  const args = ['halle:backup', '--to', place, '--every', values.every!, '--json']
  return launch(['bin/setup/up.mjs', 'ace', ...args], env, (line) => {
    const saved = line.startsWith('{') ? JSON.parse(line) : null
    if (saved?.verified) onPoint(saved.at)
    else if (saved) say(`   ${saved.reason}`)
  })
}

/** The first platform, until it is lost; returns what people were told and the last point. */
async function worstDay() {
  const env = installation(root, 'first')
  const first = await openPlatform(env)
  say(`Ouverte : ${first.env.APP_URL}`)
  let firstPoint: () => void
  const isSaved = new Promise<void>((done) => (firstPoint = done))
  let lastPoint = ''
  const saving = startSaving(env, (at) => {
    lastPoint = at
    firstPoint()
  })
  const dead = once(saving.child, 'exit').then(() => {
    throw new Error(`The backup ended:\n${saving.said.join('\n').slice(-3000)}`)
  })
  dead.catch(() => undefined) // killed with all the rest, later
  await Promise.race([isSaved, dead])
  say('Première sauvegarde faite ; le travail commence.')
  const road = { ...readDemo(first.env), base: first.env.APP_URL, present: new Map() }
  const traffic = startTraffic(road, root)
  await sleep(Number(values.seconds) * 1000 * (0.8 + Math.random() * 0.4))
  const killedAt = Date.now()
  for (const { child } of [saving, first]) killAll(child)
  killBase(first.postgres)
  await traffic.stop()
  rmSync(env.DATA_DIR!, { recursive: true, force: true })
  return { told: traffic.told, lastPoint, killedAt }
}

rmSync(root, { recursive: true, force: true })
mkdirSync(root, { recursive: true })
process.once('exit', killEverything)
const { told, lastPoint, killedAt } = await worstDay()
say(`${told.length} actes dits déposés ; tout est perdu. On revient ailleurs.`)
const env = installation(root, 'second')
const restored = await ace(['halle:restore', '--from', place, '--json'], env)
const report = JSON.parse(restored.said.find((line) => line.startsWith('{')) ?? '{}')
if (!report.at) throw new Error(`Nothing came back:\n${restored.said.join('\n').slice(-3000)}`)
const left = await ace(['halle:rehearsal', '--leave'], env)
if (left.status !== 0) throw new Error(left.said.join('\n'))
const second = await openPlatform(env)
const rtoSeconds = secondsSince(killedAt)
say(`Revenue au ${report.at}, ouverte après ${rtoSeconds} s ; le travail reprend.`)
const base = second.env.DATABASE_BACKUP_URL
const found = await foundIn(base, told)
const gone = told.filter(({ id }) => !found.has(id))
const owed = gone.filter(({ at }) => at <= report.at)
const ends = await finish(second.env)
const { receivedByActe } = await ministryReport(second.env.MINISTRY_URL)
const journal = await ace(['journal:verify'], env)
const documents = await ace(['documents:verify', '--json'], env)
const sound = JSON.parse(documents.said.find((line) => line.startsWith('{')) ?? '{}')
const verdict = {
  actes: told.length,
  lost: owed.length,
  twice: Object.values(receivedByActe).filter((times) => times > 1).length,
  rpoSeconds: Math.round((killedAt - Date.parse(report.at)) / 100) / 10,
  rtoSeconds,
  digestsEqual:
    report.sound === true && [sound.altered, sound.missing].every((faults) => faults?.length === 0),
  journalVerifies: journal.status === 0,
  // Told within the last seconds, after the point: what the RPO says may be asked again of people.
  afterThePoint: gone.length - owed.length,
  restored: (await actesOf(base)).length,
  ends,
}
say(
  lastPoint === report.at
    ? 'Le dernier point dit sauvé est celui qui est revenu.'
    : `Dit sauvé : ${lastPoint}`
)
await second.stop()
if (values.json) console.log(JSON.stringify(verdict))
else
  for (const [name, value] of Object.entries(verdict))
    console.log(`${name.padEnd(16)} ${JSON.stringify(value)}`)
const { lost, twice, rpoSeconds, digestsEqual, journalVerifies } = verdict
const holds = lost + twice === 0 && rpoSeconds <= RPO_SECONDS && digestsEqual && journalVerifies
process.exit(holds && told.length > 0 ? 0 : 1)
