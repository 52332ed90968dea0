import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuild } from '../bin/setup/build.mjs'
import { FRANCECONNECT_CLIENT } from '../simulators/franceconnect/index.js'
import { besideInstructors } from './identity/beside.js'
import { signInAll } from './identity/sign_in.js'
import { setProvider } from './identity/provider.js'
import { ensureDataset, SMALL } from './pages/dataset.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'

const DATABASE = SMALL.database
/** Three thousand sign-ins of a thousand people: the first of each opens her account. */
const PEOPLE = 1000
const ROUNDS = 3
const WARM = 60
const LANES = 8

/**
 * 3,000 sign-ins by FranceConnect in the production build, in one process, next to node:http with
 * openid-client against the same simulator. Round by round, each in turn: whatever else the machine
 * does weighs on both. `p95` is ours, in milliseconds, the simulator's time included. Then the pace
 * of 3,000 an hour, beside 40 agents at work.
 */
export default async function identity(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureDataset(SMALL)
  const folder = await mkdtemp(join(process.env.DATA_DIR!, 'identity-'))
  const agreed = join(folder, 'agreed.json')
  const env = { ...environmentFor(DATABASE), WEB_PROCESSES: '1', AGREED_FILE: agreed }
  const ours = await startProgram('build/bin/server.js', env, '/health/live')
  const bare = await startProgram('bench/identity/bare_server.ts', env, '/')
  const slug = 'banc'
  const redirects = [`${ours.url}/connexion/avec/${slug}/retour`, `${bare.url}/retour`]
  const said = { PEOPLE: String(PEOPLE), REDIRECT_URIS: redirects.join(' ') }
  const simulator = await startProgram(
    'bench/identity/simulator.ts',
    { ...env, ...said },
    '/console'
  )
  try {
    const issuer = `${simulator.url.replace('127.0.0.1', 'localhost')}/api/v2`
    await writeFile(agreed, JSON.stringify({ issuer, ...FRANCECONNECT_CLIENT }))
    await setProvider(DATABASE, { slug, issuer, ...FRANCECONNECT_CLIENT })
    const [begin, bareBegin] = [`${ours.url}/connexion/avec/${slug}`, `${bare.url}/commence`]
    const logins = Array.from({ length: PEOPLE }, (_, n) => `banc${n}`)
    await signInAll(begin, logins.slice(0, WARM), LANES)
    await signInAll(bareBegin, logins.slice(0, WARM), LANES)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push([
        await signInAll(begin, logins, LANES),
        await signInAll(bareBegin, logins, LANES),
      ])
    }
    const perSecond = (which: number) =>
      round2((PEOPLE * ROUNDS) / rounds.reduce((sum, measured) => sum + measured[which].seconds, 0))
    const times = rounds.flatMap(([{ times: one }]) => one).sort((a, b) => a - b)
    return {
      perSecond: perSecond(0),
      p95: round2(times[Math.floor(times.length * 0.95)]),
      bare: { perSecond: perSecond(1) },
      ratio: round2(perSecond(0) / perSecond(1)),
      besideInstructors: await besideInstructors(ours.url, begin, logins, SMALL.tenants),
      aims: { ratio: '>= 0.5', besideInstructors: 'p95Ms <= 300 for both' },
    }
  } finally {
    for (const program of [ours, bare, simulator]) await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const round2 = (value: number) => Math.round(value * 100) / 100
