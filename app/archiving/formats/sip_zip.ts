import type { Readable } from 'node:stream'
import yazl from 'yazl'
import { addOpened, streamOf } from '#lib/zip/zip'
import type { PlannedObject, TransferPlan } from './transfer_plan.js'

/** Gives the bytes of an object; called when its turn comes, so that few streams are open. */
export type OpenObject = (object: PlannedObject) => Promise<Readable>

/**
 * The package as Vitam receives it: manifest.xml and the objects, manifest first.
 * The same transfer gives the same bytes: times come from `at` and not from the machine.
 */
export function zipSip(sip: {
  manifest: Buffer
  plan: TransferPlan
  at: Date
  openObject: OpenObject
}): Readable {
  const zip = new yazl.ZipFile()
  const options = { mtime: sip.at, mode: 0o100644 }
  zip.addBuffer(sip.manifest, 'manifest.xml', options)
  for (const planned of sip.plan.objects) {
    const compress = !isCompressed(planned.object.mediaType)
    const size = planned.object.size
    addOpened(zip, planned.uri, { ...options, compress, size }, () => sip.openObject(planned))
  }
  return streamOf(zip)
}

/** PDF streams are already deflated: pressing them again costs time and gains nothing. */
function isCompressed(mediaType: string): boolean {
  return /^(application\/(pdf|zip|gzip|x-gzip|vnd\.|epub)|image\/(?!svg|bmp|tiff)|video\/|audio\/)/.test(
    mediaType
  )
}
