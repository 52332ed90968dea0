import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuild } from '../bin/setup/build.mjs'
import { ensurePki } from '../simulators/pki/index.js'
import { startProgram } from './pages/program.js'
import { ask, memoryOf, pace, timesOf, watchMemory } from './reading/asking.js'
import { readyToThrow } from './reading/throwing.js'
import { ensureMigrated, environmentFor } from './support/database.js'

const DATABASE = 'bench_reading'
/** Asks the base for nothing that depends on who looks. */
const LIGHT_PAGE = '/verifier'
const WARM_SECONDS = 15
const ROUNDS = 3
const ROUND_SECONDS = 15
const PACE_SECONDS = 5
/** Longer than a reading thread waits for another file. */
const REST_MS = 45_000

const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100

/**
 * A light page of one web process while hostile files are thrown at `/verifier` without end, next
 * to the same page in the same run while nothing is; and the memory of the process before, at its
 * peak, and once it has rested.
 */
export default async function reading(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureMigrated(DATABASE)
  const { rootFile } = await ensurePki({ dataDir: join(process.env.DATA_DIR!, 'pki'), holders: [] })
  const program = await startProgram('build/bin/server.js', environment(rootFile), '/health/live')
  try {
    return await measure(program)
  } finally {
    await program.stop()
  }
}

const environment = (trusted: string) => ({
  ...environmentFor(DATABASE),
  WEB_PROCESSES: '1',
  TRUSTED_PROXIES: 'loopback',
  TRUST_ANCHORS_FILE: trusted,
})

async function measure({ url, pid }: { url: string; pid: number }) {
  const page = url + LIGHT_PAGE
  // A process that has served nothing yet weighs less than it will for good.
  await pace(page, WARM_SECONDS)
  const before = memoryOf(pid)
  const quiet: number[] = []
  const attacked: number[] = []
  const paces = { quiet: 0, attacked: 0 }
  const answers: Record<string, number> = {}
  const memory = watchMemory(pid)
  for (let round = 0; round < ROUNDS; round++) {
    const thrower = await readyToThrow(url)
    quiet.push(...(await ask(page, ROUND_SECONDS)))
    paces.quiet += (await pace(page, PACE_SECONDS)) / ROUNDS
    thrower.begin()
    attacked.push(...(await ask(page, ROUND_SECONDS)))
    paces.attacked += (await pace(page, PACE_SECONDS)) / ROUNDS
    for (const [status, count] of Object.entries(await thrower.end())) {
      answers[status] = (answers[status] ?? 0) + count
    }
  }
  if (!answers[200]) throw new Error(`no file was read: ${JSON.stringify(answers)}`)
  const peak = memory.stop()
  await sleep(REST_MS)
  await ask(page, 1)
  return {
    lightPage: LIGHT_PAGE,
    thrown: answers,
    withoutHostileFiles: timesOf(quiet),
    withHostileFiles: timesOf(attacked),
    pagesPerSecond: { ...paces, ratio: ratio(paces.attacked, paces.quiet) },
    memoryMb: { before, peak, after: memoryOf(pid) },
    aims: { worstMs: '< 300', memoryMb: 'after close to before' },
  }
}
