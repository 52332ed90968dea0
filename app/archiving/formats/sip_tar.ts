import { pipeline, type Readable } from 'node:stream'
import { pipeline as finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import type { OpenObject } from './sip_zip.js'
import type { TransferPlan } from './transfer_plan.js'

/**
 * The attachments as asalae receives them: a flat tar.gz, the manifest being sent apart.
 * The same transfer gives the same bytes.
 */
export function tarAttachments(sip: {
  plan: TransferPlan
  at: Date
  openObject: OpenObject
}): Readable {
  const tar = pack()
  const gzip = createGzip()
  pipeline(tar, gzip, () => {})
  packAll().then(
    () => tar.finalize(),
    (error) => gzip.destroy(error)
  )
  return gzip

  async function packAll() {
    for (const planned of sip.plan.objects) {
      const header = { name: planned.uri, size: planned.object.size, mtime: sip.at, mode: 0o644 }
      await finished(await sip.openObject(planned), tar.entry(header))
    }
  }
}
