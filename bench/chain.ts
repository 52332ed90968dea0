import { join } from 'node:path'
import { ensurePki } from '../simulators/pki/index.js'
import { start as startTsa } from '../simulators/tsa/index.js'
import { baseline } from './chain/baseline.js'
import { race } from './chain/race.js'
import { boot } from './support/application.js'
import { ensureMigrated } from './support/database.js'
import { countExchanges } from './support/exchanges.js'

const DATABASE = 'bench_chain'
const WARM = 24
const ROUNDS = 6
const PDF_BYTES = 70_000

/** A time-stamp authority on this machine: the archive wants its proof. */
async function timeAuthority(): Promise<() => Promise<void>> {
  const dataDir = join(process.env.DATA_DIR!, 'chain')
  const pki = await ensurePki({ dataDir, holders: [] })
  const tsa = await startTsa({
    dataDir,
    keyFile: pki.tsaKeyFile,
    certificateFile: pki.tsaCertificateFile,
    chainFiles: [pki.authorityFile],
  })
  Object.assign(process.env, { TSA_URL: tsa.url, TRUST_ANCHORS_FILE: pki.rootFile })
  return tsa.stop
}

/**
 * Actes per second through steps 3 to 5 (message, archive, stamp, publication, package, ingest),
 * without waiting for anybody's answer: one after another, then as many at once as a worker has of
 * each queue, for as many communes. The tools of C do the same file work in turn with us, as many
 * scripts at once. Processor time is that of our process with its threads and of PostgreSQL, and
 * that of the tools' processes; both in milliseconds an acte.
 */
export default async function chain(): Promise<Record<string, unknown>> {
  await ensureMigrated(DATABASE)
  const stopTsa = await timeAuthority()
  const stop = await boot(DATABASE)
  try {
    return await measure()
  } finally {
    await stop()
    await stopTsa()
  }
}

async function measure() {
  const { communes, mustBeAccepted, producedBy, scannedPdf, signedActe } =
    await import('./chain/actes.js')
  const { manyAtOnce, oneAtATime } = await import('./chain/worker_queues.js')
  const { queue } = await import('#config/queue')
  const atOnce = queue.concurrency
  const tenantIds = await communes(atOnce.default)
  const pdf = await scannedPdf(PDF_BYTES)

  async function prepare(count: number) {
    const actes = []
    for (let n = 0; n < count; n++) {
      const tenantId = tenantIds[n % tenantIds.length]
      actes.push({ tenantId, acteId: await signedActe(tenantId, pdf) })
    }
    return actes
  }
  async function check(played: { tenantId: string; depositId: string }[]) {
    for (const { tenantId, depositId } of played) await mustBeAccepted(tenantId, depositId)
  }

  const [first] = await manyAtOnce(await prepare(WARM), atOnce)
  const tools = await baseline(await producedBy(first), atOnce.default)
  const alone = await prepare(1)
  const common = { prepare, check, theirs: (count: number) => tools.run(count, 1) }
  try {
    return {
      pdfBytes: pdf.length,
      exchangesPerActe: await countExchanges(() => oneAtATime(alone)),
      oneAtATime: await race({ ...common, ours: oneAtATime }, { rounds: ROUNDS, actes: 8 }),
      manyAtOnce: await race(
        {
          ...common,
          ours: (actes) => manyAtOnce(actes, atOnce),
          theirs: (count) => tools.run(count, atOnce.default),
        },
        { rounds: ROUNDS, actes: 24 }
      ),
      aims: { oneAtATime: 'ratio >= 0.5', manyAtOnce: 'ratio >= 0.7' },
    }
  } finally {
    tools.remove()
  }
}
