import { tenancy } from '#kernel/tenancy'
import { DocumentMissing } from '#lib/documents/errors'

export interface StoredDocument {
  id: string
  name: string
  sha256: string
  size: number
  mediaType: string
  scan: 'clean' | 'not_scanned'
}

/** The rows of the documents of the tenant in context, with what opens them. */
export const select = () =>
  tenancy
    .trx()
    .from('kernel.documents')
    .joinRaw('join kernel.blobs using (tenant_id, sha256)')
    .where('documents.tenant_id', tenancy.tenantId())
    .select('documents.id', 'name', 'sha256', 'size', 'media_type', 'scan')
    .select('storage_key', 'cipher', 'key_generation', 'pieces')

/** What is told of a document. */
export const shape = (found: any): StoredDocument => ({
  id: found.id,
  name: found.name,
  sha256: found.sha256,
  size: Number(found.size),
  mediaType: found.media_type,
  scan: found.scan,
})

/** Throws E_DOCUMENT_MISSING. */
export async function row(id: string) {
  const found = await select().where('documents.id', id).first()
  if (!found) throw new DocumentMissing()
  return found
}
