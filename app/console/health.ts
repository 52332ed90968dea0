import { connect } from 'node:net'
import db from '@adonisjs/lucid/services/db'
import { isDemo } from '#config/app'
import { outside } from '#config/outside'
import { savedAt } from '#console/backup/saved_at'
import { documentsStore } from '#kernel/documents/store'
import { distrustedProxy } from '#web/forwarding'
import { clock } from '#kernel/clock'
import { clocksThatDiffer } from '#kernel/clock/skew'
import { sealKeys } from '#kernel/journal/seal_key'
import '#kernel/jobs/housekeeping'
import { allPeriodics } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { trustAnchors } from '#kernel/trust'
import { rehearsal } from '#web/rehearsal/state'
import { calmWords } from './health_words.js'
import { firstSeen } from './troubles/first_seen.js'
import { troublesOf } from './troubles/rules.js'
import { LEAST_BYTES, roomLeft } from '#web/watch/room_left'
import { roomChecks } from '#web/watch/room_checks'
import { stalledSince } from '#web/watch/stalled_jobs'

export interface Check {
  name: string
  /** null: the platform does not use it here. */
  works: boolean | null
  says: string
  /** Absent, it is a warning: files or people go without something that they should have. */
  isWanted?: boolean
  /** What an operator does about it, where its room says. */
  gesture?: string
}

const CONNECTION_LIMIT_MS = 2000
const LATE = 3

async function check(name: string, says: string, work: () => Promise<unknown>): Promise<Check> {
  const startedAt = performance.now()
  try {
    await work()
    return { name, works: true, says: `${says} (${Math.round(performance.now() - startedAt)} ms)` }
  } catch (error) {
    return { name, works: false, says: `${says} : ${reasonOf(error as NodeJS.ErrnoException)}` }
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'personne n’écoute',
  ENOTFOUND: 'nom inconnu',
  ECONNRESET: 'connexion coupée',
  EHOSTUNREACH: 'machine injoignable',
}
const reasonOf = ({ code, message }: NodeJS.ErrnoException) => REASONS[code ?? ''] ?? message

/** Whether somebody listens at a URL; asks nothing of it. */
function answers(url: string): Promise<void> {
  const { hostname, port, protocol } = new URL(url)
  const usual: Record<string, number> = {
    'https:': 443,
    'http:': 80,
    'smtp:': 25,
    'smtps:': 465,
    'redis:': 6379,
  }
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port || usual[protocol]),
      timeout: CONNECTION_LIMIT_MS,
    })
    const end = (error?: Error) => {
      socket.destroy()
      if (error) reject(error)
      else resolve()
    }
    socket.once('connect', () => end())
    socket.once('error', end)
    socket.once('timeout', () =>
      end(new Error(`pas de réponse en ${CONNECTION_LIMIT_MS / 1000} s`))
    )
  })
}

const checkUrl = (name: string, url: string | undefined): Promise<Check> =>
  url
    ? check(name, new URL(url).host, () => answers(url))
    : Promise.resolve({ name, works: null, says: 'Non configuré ici' })

/** Without it, what is deposited is read by nobody: it works, and yet it is not well. */
const wanted = (one: Check): Check =>
  one.works === null
    ? { ...one, isWanted: true, says: 'Non configuré : les fichiers déposés ne sont pas vérifiés' }
    : one

async function enoughRoom() {
  const left = await roomLeft()
  if (left < LEAST_BYTES)
    throw new Error(`il ne reste que ${Math.floor(left / 1_000_000)} Mo : libérez de la place`)
}

async function clocksAgree(): Promise<void> {
  const wrong = await clocksThatDiffer()
  if (wrong.length === 0) return
  const lines = wrong.map(
    ({ kind, name, skew }) =>
      `${kind} sur ${name}, ${howFar(Math.abs(skew))} ${skew > 0 ? 'd’avance' : 'de retard'}`
  )
  throw new Error(`${lines.join(' ; ')} : réglez l’heure de ces machines (NTP)`)
}

const howFar = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${Math.round(ms / 1_000)} s`)

/** What the platform leans on, asked now, and what its rooms have watched. */
export const dependencies = async (): Promise<Check[]> => [
  ...(await Promise.all(ofThePlatform())),
  ...(await roomChecks()),
]

const ofThePlatform = (): Promise<Check>[] => [
  check('PostgreSQL', 'base', () => db.connection('app').rawQuery('select 1')),
  check('Documents', 'stockage', async () => (await documentsStore()).check()),
  check('Place pour les fichiers', 'disque', enoughRoom),
  check('Autorités reconnues', 'certificats', trustAnchors),
  check('Clé des scellements', 'clé', sealKeys),
  check('Horloges', 'celles des processus suivent celle de la base', clocksAgree),
  checkUrl('Redis ou Valkey', outside.redis),
  checkUrl('Antivirus (clamd)', outside.antivirus).then(wanted),
  checkUrl('Courrier sortant', outside.mail),
  ...outside.timestamping.map((url) => checkUrl('Horodatage', url)),
  ...outside.ministry.map((url) => checkUrl('Ministère (@CTES)', url)),
]

/** Everything that the health page says: what is wrong first. */
export async function platformHealth() {
  const checks = await dependencies()
  const periodics = await periodicLines()
  const troubles = troublesOf({
    now: clock.now().toJSDate(),
    checks,
    firstSeen: await firstSeen(checks),
    periodics,
    stalledSince: rehearsal() ? null : await stalledSince(),
    failed: await failedJobs(),
    distrusted: distrustedProxy(),
    savedAt: await savedAt(),
    isDemo,
  })
  return { checks, troubles, calm: calmWords(checks), periodics, ...(await outboxAge()) }
}

async function failedJobs() {
  const { rows } = await systemDb().rawQuery(
    `select count(*)::int as count, min(failed_at) as since from kernel.outbox
     where failed_at is not null and done_at is null`
  )
  return rows[0] as { count: number; since: Date | null }
}

/** When each periodic task last ran; one that is three turns late shows that no worker runs. */
async function periodicLines() {
  const beats = await systemDb().from('kernel.heartbeats')
  return allPeriodics().map(({ name, title = name, everySeconds }) => {
    const at: Date | undefined = beats.find((beat) => beat.name === name)?.at
    const limit = clock
      .now()
      .minus({ seconds: everySeconds * LATE + 30 })
      .toJSDate()
    return { name, title, everySeconds, at, late: !at || at < limit }
  })
}

async function outboxAge() {
  const { rows } = await systemDb().rawQuery(
    `select min(run_at) as oldest from kernel.outbox
     where dispatched_at is null and done_at is null and failed_at is null and run_at <= now()`
  )
  return { oldestJob: rows[0].oldest as Date | null }
}
