import { ensureAssets } from '../bin/setup/build.mjs'
import { ensureDataset, LARGE, SMALL, type Size } from './pages/dataset.js'
import { load, logIn, type Load, type Visitor } from './pages/load.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'

const VISITORS = 16
const WARM_SECONDS = 4
const SECONDS = 10

interface Pages {
  home: Load
  list: Load
}

/** Loads both pages of a server, once it is warm. */
async function measure(url: string, visitors: Visitor[]): Promise<Pages> {
  for (const kind of ['home', 'list'] as const) await load(url, kind, visitors, WARM_SECONDS)
  return {
    home: await load(url, 'home', visitors, SECONDS),
    list: await load(url, 'list', visitors, SECONDS),
  }
}

async function ours(size: Size): Promise<Pages> {
  const program = await startProgram('bin/server.ts', environmentFor(size.database), '/health/live')
  try {
    return await measure(program.url, await logIn(program.url, VISITORS, size.tenants))
  } finally {
    await program.stop()
  }
}

async function bare(size: Size): Promise<Pages> {
  const program = await startProgram(
    'bench/pages/bare_server.ts',
    environmentFor(size.database),
    '/c/membre-1'
  )
  const visitors = Array.from({ length: VISITORS }, (_, n) => ({
    slug: `membre-${Math.floor((n * size.tenants) / VISITORS)}`,
    cookie: 'none=1',
  }))
  try {
    return await measure(program.url, visitors)
  } finally {
    await program.stop()
  }
}

const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100

/**
 * The home page and the list of actes with 2,000 tenants, 10,000 persons and 1,000,000 actes, next
 * to a bare program with the same query, and next to ourselves with 20 tenants.
 */
export default async function pages(): Promise<Record<string, unknown>> {
  ensureAssets(process.env)
  await ensureDataset(SMALL)
  await ensureDataset(LARGE)
  const peer = await bare(LARGE)
  const large = await ours(LARGE)
  const small = await ours(SMALL)
  const compare = (kind: keyof Pages) => ({
    ...large[kind],
    bare: peer[kind],
    ratioToBare: ratio(large[kind].requestsPerSecond, peer[kind].requestsPerSecond),
    with20Tenants: small[kind],
    p95RatioTo20Tenants: ratio(large[kind].p95Ms, small[kind].p95Ms),
  })
  return {
    tenants: LARGE.tenants,
    users: LARGE.users,
    actes: LARGE.actes,
    home: compare('home'),
    list: compare('list'),
    aims: { ratioToBare: '>= 0.33', p95RatioTo20Tenants: '<= 1.2' },
  }
}
