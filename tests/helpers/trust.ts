import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openP12, type LocalSigner } from '#kernel/signature'
import { trust } from '#config/trust'
import { untilTheEnd } from '#tests/helpers/simulators'
import { ensurePki, type DemoPki } from '../../simulators/pki/index.js'
import { start } from '../../simulators/tsa/index.js'

export interface TestTrust {
  pki: DemoPki
  mayor: LocalSigner
  sealP12: Buffer
}

let ready: Promise<TestTrust> | null = null

/**
 * The demonstration's authorities where the settings look for them, and its time-stamp authority,
 * which they then name; once for a test run.
 */
export function testTrust(): Promise<TestTrust> {
  ready ??= create()
  return ready
}

async function create(): Promise<TestTrust> {
  const dataDir = dirname(dirname(trust.anchorsFile))
  const name = 'Commune de Kervalan'
  const holders = [{ slug: 'kervalan', name, siren: '213500012', mayor: 'Soizic Madec' }]
  const pki = await ensurePki({ dataDir, holders })
  if (!existsSync(trust.anchorsFile)) throw new Error(`${trust.anchorsFile} is not where expected`)
  const tsa = await start({
    dataDir,
    keyFile: pki.tsaKeyFile,
    certificateFile: pki.tsaCertificateFile,
    chainFiles: [pki.rootFile],
  })
  // On a port of its own: the one of the settings may have been taken since they were made.
  trust.timestampUrls.splice(0, 1, tsa.url)
  untilTheEnd(() => tsa.stop())
  const mayor = openP12(await readFile(pki.mayorP12('kervalan')), pki.password)
  return { pki, mayor, sealP12: await readFile(pki.sealP12('kervalan')) }
}
