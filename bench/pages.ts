import { availableParallelism } from 'node:os'
import { ensureBuild } from '../bin/setup/build.mjs'
import { MOST_WEB_PROCESSES } from '../bin/setup/environment.mjs'
import { ensureDataset, LARGE, SMALL, type Size } from './pages/dataset.js'
import { KINDS, load, logIn, together, type Kind, type Round, type Visitor } from './pages/load.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'

const VISITORS = 16
const WARM_SECONDS = 4
const ROUNDS = 4
const ROUND_SECONDS = 3

interface Contestant {
  url: string
  processor(): number
  visitors: Visitor[]
  rounds: Record<Kind, Round[]>
  stop(): Promise<void>
}

/** The production build, in as many processes as `npm start` opens, or in one. */
async function ours(size: Size, processes: number): Promise<Contestant> {
  const env = { ...environmentFor(size.database), WEB_PROCESSES: String(processes) }
  const program = await startProgram('build/bin/server.js', env, '/health/live')
  return contestant(program, await logIn(program.url, VISITORS, size.tenants))
}

async function bare(size: Size): Promise<Contestant> {
  const env = environmentFor(size.database)
  const program = await startProgram('bench/pages/bare_server.ts', env, '/c/membre-1')
  const slugOf = (n: number) => `membre-${Math.floor((n * size.tenants) / VISITORS)}`
  return contestant(
    program,
    Array.from({ length: VISITORS }, (_, n) => ({ slug: slugOf(n), cookie: 'none=1' }))
  )
}

async function contestant(
  program: Omit<Contestant, 'visitors' | 'rounds'>,
  visitors: Visitor[]
): Promise<Contestant> {
  for (const kind of KINDS) await load(program, kind, visitors, WARM_SECONDS)
  return { ...program, visitors, rounds: { home: [], list: [], register: [], project: [] } }
}

/** Short rounds, each contestant in turn: whatever else the machine does weighs on all alike. */
async function race(contestants: Contestant[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of KINDS) {
      for (const contestant of contestants) {
        const { visitors, rounds } = contestant
        rounds[kind].push(await load(contestant, kind, visitors, ROUND_SECONDS))
      }
    }
  }
}

const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100

/**
 * The home page, the list of actes, the public register and the public project with 2,000 tenants, 10,000 persons and 1,000,000 actes, next
 * to a bare program in one process with the same query, to ourselves with 20 tenants, and to
 * ourselves in one process.
 */
export default async function pages(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureDataset(SMALL)
  await ensureDataset(LARGE)
  const processes = Math.min(availableParallelism(), MOST_WEB_PROCESSES)
  const contestants = [
    await bare(LARGE),
    await ours(LARGE, processes),
    await ours(SMALL, processes),
    await ours(LARGE, 1),
  ]
  try {
    await race(contestants)
  } finally {
    for (const { stop } of contestants) await stop()
  }
  const compare = (kind: Kind) => {
    const [peer, large, small, alone] = contestants.map(({ rounds }) => together(rounds[kind]))
    return {
      ...large,
      bare: peer,
      ratioToBare: ratio(large.requestsPerSecond, peer.requestsPerSecond),
      with20Tenants: small,
      p95RatioTo20Tenants: ratio(large.p95Ms, small.p95Ms),
      inOneProcess: {
        ...alone,
        ratioToBare: ratio(alone.requestsPerSecond, peer.requestsPerSecond),
        processorRatioToBare: ratio(peer.processorMs, alone.processorMs),
      },
    }
  }
  return {
    webProcesses: processes,
    tenants: LARGE.tenants,
    users: LARGE.users,
    actes: LARGE.actes,
    home: compare('home'),
    list: compare('list'),
    register: compare('register'),
    project: compare('project'),
    aims: {
      ratioToBare: '>= 0.33, and 0.8 for register and project',
      p95RatioTo20Tenants: '<= 1.2',
    },
  }
}
