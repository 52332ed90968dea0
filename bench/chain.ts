import { join } from 'node:path'
import { ensurePki } from '../simulators/pki/index.js'
import { start as startTsa } from '../simulators/tsa/index.js'
import { boot } from './support/application.js'
import { ensureMigrated } from './support/database.js'

const DATABASE = 'bench_chain'
const WARM = 3
const ACTES = 30
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

const perSecond = (count: number, startedAt: number) =>
  Math.round((count / ((performance.now() - startedAt) / 1000)) * 100) / 100

/**
 * Actes per second through steps 3 to 5 (message, archive, stamp, publication, package, ingest),
 * one after another and without waiting for anybody's answer, next to the tools of C doing the same
 * file work in the same run.
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
  const { commune, producedBy, scannedPdf, signedActe, throughTheChain } =
    await import('./chain/actes.js')
  const { baseline } = await import('./chain/baseline.js')
  const tenantId = await commune()
  const pdf = await scannedPdf(PDF_BYTES)
  const actes: string[] = []
  for (let n = 0; n < WARM + ACTES; n++) actes.push(await signedActe(tenantId, pdf))
  for (const acte of actes.slice(0, WARM)) await throughTheChain(tenantId, acte)
  const ours = performance.now()
  for (const acte of actes.slice(WARM)) await throughTheChain(tenantId, acte)
  const actesPerSecond = perSecond(ACTES, ours)

  const tools = baseline(await producedBy(tenantId, actes[0]))
  try {
    tools.run()
    const theirs = performance.now()
    for (let n = 0; n < ACTES; n++) tools.run()
    const baselinePerSecond = perSecond(ACTES, theirs)
    const ratio = Math.round((actesPerSecond / baselinePerSecond) * 100) / 100
    return { actes: ACTES, pdfBytes: pdf.length, actesPerSecond, baselinePerSecond, ratio }
  } finally {
    tools.remove()
  }
}
