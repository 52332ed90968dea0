import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bareMegabytesPerSecond } from './uploads/bare.js'
import { readyPieces, send } from './uploads/sender.js'
import { boot } from './support/application.js'
import { ensureMigrated, environmentFor } from './support/database.js'
import { startProgram } from './pages/program.js'
import { processorTime } from './support/processor_time.js'
import { ensureBuild } from '../bin/setup/build.mjs'

const DATABASE = 'bench_uploads'
/** UPLOAD_ROUNDS by hand: 9 unless said, since a server that has begun is still compiled for the first of them. */
const ROUNDS = Number(process.env.UPLOAD_ROUNDS ?? 9)
/** UPLOAD_BYTES by hand: 256 MiB unless said. */
const BYTES = Number(process.env.UPLOAD_BYTES ?? 256 * 1024 ** 2)

/**
 * A file laid in a drop box of the production build, in pieces sent several at once and acknowledged
 * once they are on the disk, next to what a program alone would do with the same bytes: hash,
 * encrypt, write and fsync, as many at once. In turn, in the same run, on the same disk. `kept` also
 * counts the end of the file, which is read again whole to take its digest. The milliseconds of
 * processor for each megabyte say the same on a machine that others load.
 */
export default async function uploads(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureMigrated(DATABASE)
  const server = await startProgram(
    'build/bin/server.js',
    { ...environmentFor(DATABASE), WEB_PROCESSES: '1' },
    '/health/live'
  )
  const stop = await boot(DATABASE)
  const folder = await mkdtemp(join(process.env.DATA_DIR!, 'bare-'))
  try {
    const pieces = readyPieces(BYTES)
    const [sent, kept, bare]: number[][] = [[], [], []]
    const used = { server: 0, database: 0, sender: 0, limit: 0 }
    // What is read for the first time is read once
    await send(server.url, pieces)
    await bareMegabytesPerSecond(folder, pieces)
    const now = () => ({ ...processorTime(), server: server.processor() })
    for (let round = 0; round < ROUNDS; round++) {
      const first = now()
      bare.push(await bareMegabytesPerSecond(folder, pieces))
      const before = now()
      const measured = await send(server.url, pieces)
      const after = now()
      used.limit += before.own - first.own
      used.server += after.server - before.server
      used.database += after.database - before.database
      used.sender += after.own - before.own
      sent.push(measured.sent)
      kept.push(measured.kept)
    }
    const [ours, whole, limit] = [sent, kept, bare].map(median)
    return {
      megabytes: Math.round(BYTES / 1e6),
      ours: { sent: ours, kept: whole },
      limit,
      ratio: round2(ours / limit),
      ratioKept: round2(whole / limit),
      processorMsPerMegabyte: each(used, (ms) => round2(ms / ROUNDS / (BYTES / 1e6))),
      aims: { ratio: '>= 0.8' },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await server.stop()
    await stop()
  }
}

const each = (figures: Record<string, number>, said: (figure: number) => number) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, said(figure)]))

const round2 = (value: number) => Math.round(value * 100) / 100
const median = (values: number[]) =>
  round2(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)])
