import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuild } from '../bin/setup/build.mjs'
import { FRANCECONNECT_CLIENT } from '../simulators/franceconnect/index.js'
import { besideInstructors } from './identity/beside.js'
import { signInAll } from './identity/sign_in.js'
import { meetEverybody, setProvider } from './identity/provider.js'
import { ensureDataset, SMALL } from './pages/dataset.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'
import { processorTime } from './support/processor_time.js'

const DATABASE = SMALL.database
/** Three thousand sign-ins of a thousand people: the first of each opens her account. */
const PEOPLE = 1000
const ROUNDS = 3
const WARM = 60
const LANES = 8
/** Each contestant in turn, for so many sign-ins: whatever else the machine does weighs on both. */
const SLICE = 100

/**
 * 3,000 sign-ins by FranceConnect in the production build, in one process, next to node:http with
 * openid-client against the same simulator. `p95` is ours, in milliseconds, the simulator's time
 * included; `processorMs` is what one sign-in costs: the web process, and PostgreSQL behind it. From the
 * second round a member knows everybody, and is told. Then the pace of 3,000 an hour, beside 40 agents
 * at work.
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
    const [mine, others] = [contestant(ours, begin), contestant(bare, bareBegin)]
    for (let round = 0; round < ROUNDS; round++) {
      for (let from = 0; from < PEOPLE; from += SLICE)
        for (const one of [mine, others]) await one.signIn(logins.slice(from, from + SLICE))
      await meetEverybody(DATABASE)
    }
    const [told, { perSecond, processorMs }] = [mine.told(), others.told()]
    return {
      ...told,
      bare: { perSecond, processorMs },
      ratio: round2(told.perSecond / perSecond),
      besideInstructors: await besideInstructors(ours.url, begin, logins, SMALL.tenants),
      aims: { ratio: '>= 0.5', besideInstructors: 'p95Ms <= 300 for both' },
    }
  } finally {
    for (const program of [ours, bare, simulator]) await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Adds up what the sign-ins of one contestant take. */
function contestant({ processor }: { processor(): number }, begin: string) {
  const times: number[] = []
  const spent = { seconds: 0, web: 0, base: 0 }
  return {
    async signIn(logins: string[]) {
      const [web, base] = [processor(), processorTime().database]
      const measured = await signInAll(begin, logins, LANES)
      times.push(...measured.times)
      spent.seconds += measured.seconds
      spent.web += processor() - web
      spent.base += processorTime().database - base
    },
    told: () => ({
      perSecond: round2(times.length / spent.seconds),
      p95: round2(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]),
      processorMs: {
        web: round2(spent.web / times.length),
        base: round2(spent.base / times.length),
      },
    }),
  }
}

const round2 = (value: number) => Math.round(value * 100) / 100
