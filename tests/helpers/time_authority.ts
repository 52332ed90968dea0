import { dirname, join } from 'node:path'
import { trust } from '#config/trust'
import { untilTheEnd } from '#tests/helpers/simulators'
import { ensurePki } from '../../simulators/pki/index.js'
import { start as startTsa } from '../../simulators/tsa/index.js'

let authority: Promise<string> | null = null

/** Starts a time-stamp authority for the whole run; returns the PEM of its root. */
export function withTimeAuthority(): Promise<string> {
  authority ??= (async () => {
    const dataDir = join(dirname(dirname(trust.anchorsFile)))
    const pki = await ensurePki({ dataDir, holders: [] })
    const tsa = await startTsa({
      dataDir,
      keyFile: pki.tsaKeyFile,
      certificateFile: pki.tsaCertificateFile,
      chainFiles: [pki.authorityFile],
    })
    trust.timestampUrls.splice(0, trust.timestampUrls.length, tsa.url)
    untilTheEnd(tsa.stop)
    return pki.rootFile
  })()
  return authority
}
