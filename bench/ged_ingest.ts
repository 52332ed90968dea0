import { rm } from 'node:fs/promises'
import { bareFilesPerSecond, bareMegabytesPerSecond } from './ged/bare.js'
import { LARGE_BYTES, largeFile, SMALL_FILES, smallFiles } from './ged/files.js'
import { boot } from './support/application.js'
import { ensureMigrated } from './support/database.js'
import { countExchanges } from './support/exchanges.js'

const DATABASE = 'bench_ged_ingest'
const ROUNDS = 3

/**
 * What `ged:import` keeps each second, small files and a large one, next to what a program alone
 * would do with the same bytes: hash, encrypt (AES-256-GCM), write and fsync. In turn, in the same
 * run, on the same disk. `exchanges`: with PostgreSQL, for each small file.
 */
export default async function gedIngest(): Promise<Record<string, unknown>> {
  await ensureMigrated(DATABASE)
  const stop = await boot(DATABASE)
  const [ours, limit]: { small: number[]; large: number[] }[] = [
    { small: [], large: [] },
    { small: [], large: [] },
  ]
  let exchanges = 0
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const small = await smallFiles()
      limit.small.push(await bareFilesPerSecond(small))
      exchanges = await countExchanges(async () => {
        ours.small.push(SMALL_FILES / (await secondsOf(small)))
      })
      await rm(small, { recursive: true })
      const large = await largeFile()
      limit.large.push(await bareMegabytesPerSecond(large))
      ours.large.push(LARGE_BYTES / 1e6 / (await secondsOf(large)))
      await rm(large, { recursive: true })
    }
  } finally {
    await stop()
  }
  return {
    small: { files: SMALL_FILES, ...compared(ours.small, limit.small) },
    large: { megabytes: LARGE_BYTES / 1e6, ...compared(ours.large, limit.large) },
    exchanges: round2(exchanges / SMALL_FILES),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    aims: { small: '>= 0.5', large: '>= 0.8' },
  }
}

/** The import of a folder into a member that has nothing yet. */
async function secondsOf(path: string): Promise<number> {
  const { importPath } = await import('#app/ged/import/import_path')
  const { aMember } = await import('./ged/member.js')
  const { Metadata } = await import('#app/ged/import/metadata')
  const wanted = { path, metadata: new Metadata(), isTrial: false, wait: false }
  const { seconds, refused, imported } = await importPath({ tenant: await aMember(), ...wanted })
  if (refused > 0 || imported === 0) throw new Error(`${refused} files were refused`)
  return seconds
}

function compared(ours: number[], limit: number[]) {
  const [mine, theirs] = [median(ours), median(limit)]
  return { ours: round2(mine), limit: round2(theirs), ratio: round2(mine / theirs) }
}

const round2 = (value: number) => Math.round(value * 100) / 100
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
