import { tenancy } from '#kernel/tenancy'
import { openPages } from './kept_pages.js'

/** The pages of the texts that some things carry, by their identifier; nothing of those that have none. */
export async function pagesOf(kind: string, ids: string[]): Promise<Map<string, string[]>> {
  const { rows } = await tenancy.trx().rawQuery(
    `select thing_id, carried.sha256, pages from kernel.search_documents as carried
     join kernel.document_texts as text on text.tenant_id = carried.tenant_id
       and text.sha256 = carried.sha256
     where carried.tenant_id = ? and kind = ? and thing_id = any(?::uuid[]) and pages is not null
     order by thing_id, carried.document_id`,
    [tenancy.tenantId(), kind, ids] as any
  )
  const found = new Map<string, string[]>()
  for (const { thing_id: id, sha256, pages } of rows) {
    found.set(id, [...(found.get(id) ?? []), ...(await openPages(sha256, pages))])
  }
  return found
}
