import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { ALGORITHMS } from './formats/ingest/check_objects.js'
import type { ObjectView } from './formats/manifest_view.js'
import type { OpenedSip } from './formats/sip_container.js'
import type Deposit from './models/deposit.js'

export interface StoredObject {
  id: string
  manifestId: string
  sha256: string
  /** Of the object itself, and of its line in the log of writings. */
  rows: { object: object; write: object }
}

const MAX_OBJECT_BYTES = 4 * 1024 ** 3

/** Keeps a file of the package; its rows are the caller's to write. */
export async function storeObject(
  deposit: Deposit,
  object: ObjectView,
  sip: OpenedSip
): Promise<StoredObject> {
  const fileName = object.fileName || object.uri.split('/').at(-1)!
  const kept = await documents.store(await sip.open(object.uri), {
    name: fileName,
    maxBytes: MAX_OBJECT_BYTES,
  })
  // CHECK_DIGEST has just compared this digest with the file: what is SHA-512 needs no third reading
  const sha512 =
    ALGORITHMS[object.algorithm] === 'sha512'
      ? object.digest.toLowerCase()
      : (await sip.digests(object.uri, ['sha512'])).sha512
  const id = uuidv7()
  const tenantId = tenancy.tenantId()
  const at = clock.now().toJSDate()
  const row = {
    tenant_id: tenantId,
    id,
    deposit_id: deposit.id,
    manifest_id: object.id,
    document_id: kept.id,
    file_name: fileName,
    media_type: kept.mediaType,
    size: kept.size,
    sha256: kept.sha256,
    sha512,
  }
  const write = {
    tenant_id: tenantId,
    id: uuidv7(),
    object_id: id,
    copy: 'documents',
    action: 'create',
    sha512,
    size: kept.size,
    at,
  }
  return { id, manifestId: object.id, sha256: kept.sha256, rows: { object: row, write } }
}
