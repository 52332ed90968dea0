import { clock } from '#kernel/clock'
import { documents, type StoredDocument } from '#kernel/documents'
import { insertDocument } from '#kernel/documents/blob_rows'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** Names once more the bytes of a document of the tenant in context: nothing is copied. */
export async function referAgain(id: string): Promise<StoredDocument> {
  const [tenantId, { name, sha256 }] = [tenancy.tenantId(), await documents.find(id)]
  const again = uuidv7()
  await tenancy
    .trx()
    .rawQuery(insertDocument('kernel.blobs where tenant_id = ? and sha256 = ?'), [
      ...[tenantId, again, name, clock.now().toJSDate(), tenantId, sha256],
    ] as never)
  return documents.find(again)
}
