import { mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ensureBuild } from '../bin/setup/build.mjs'
import { startProgram } from './pages/program.js'
import { ensureTenders } from './procurement/dataset.js'
import { lastMinutes } from './procurement/last_minutes.js'
import { opening } from './procurement/opening.js'
import { publicList } from './procurement/public_list.js'
import { sealedFile } from './procurement/sealed_file.js'
import { ensureMigrated, environmentFor } from './support/database.js'

const DATABASE = 'bench_procurement'
/** Fewer by hand, to try it: SEALED_BYTES, DEPOSITS, PLIS, CONSULTATIONS. */
const number = (name: string, most: number) => Number(process.env[name] ?? most)

/**
 * What a bid costs, each beside its limit in the same run (contract §5): 500 MB sealed; 500 deposits
 * at the last moment while pages are read; 200 plis opened; the public list of 100,000 tenders.
 */
export default async function procurementDeposit(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureMigrated(DATABASE)
  const size = { consultations: number('CONSULTATIONS', 100_000), people: number('DEPOSITS', 500) }
  const tenders = await ensureTenders(DATABASE, size)
  const folder = resolve(await mkdtemp(join(process.env.DATA_DIR!, 'procurement-')))
  const env = { ...environmentFor(DATABASE), WEB_PROCESSES: '1' }
  const programs = []
  try {
    const sealed = await sealedFile(folder, number('SEALED_BYTES', 500_000_000))
    const opened = await opening(folder, number('PLIS', 200))
    const server = await startProgram('build/bin/server.js', env, '/health/live')
    programs.push(server)
    const bare = await startProgram(
      'bench/procurement/bare_server.ts',
      { ...env, BARE_FOLDER: folder },
      '/health'
    )
    programs.push(bare)
    const addresses = { ours: server.url, bare: bare.url }
    return {
      sealed,
      lastMinutes: await lastMinutes(addresses, tenders, size.people),
      opening: opened,
      publicList: await publicList(addresses, size.consultations),
    }
  } finally {
    for (const program of programs) await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
